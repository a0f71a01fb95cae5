/** A page of its own under a Content Security Policy. */
import type { FootholdProjectDetail } from '../../src/elements/project-detail/project-detail.ts';

interface Inside {
  readonly document: Document;
  /** Defines the project detail in there. */
  load(): Promise<{ readonly FootholdProjectDetail: typeof FootholdProjectDetail }>;
}

type PolicyWindow = Window &
  typeof globalThis & {
    readonly violations: string[];
    readonly load: Inside['load'];
  };

/** Runs inside such a page; `violations` are the directives that were violated so far, each with what violated it. */
export async function underPolicy(
  policy: string,
  run: (inside: Inside, violations: () => readonly string[]) => Promise<void>,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.width = '1200';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>
      violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.sample));
    </script>
    <script type="module">
      window.load = async () => {
        await import('/src/define/foothold-project-detail.ts');
        return import('/src/elements/project-detail/project-detail.ts');
      };
    </script>`;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const { document: inner, violations, load } = frame.contentWindow as PolicyWindow;
  try {
    await run({ document: inner, load }, () => violations);
  } finally {
    frame.remove();
  }
}
