/** How every peer starts: at the target that its tag names, or when it is told to. */
export type Mount = (target: Element, api: string) => void;

declare global {
  interface Window {
    /** Draws the feed; for measurements that begin later. */
    mountPeer?: Mount;
  }
}

export function boot(mount: Mount): void {
  const { target, api = '' } = (document.currentScript as HTMLScriptElement).dataset;
  if (target) mount(document.querySelector(target)!, api);
  else window.mountPeer = mount;
}
