/** Frames in which hostile strings, and policies, can do no harm to the tests. */

interface Outcome {
  /** How many scripts ran. */
  readonly fired: number;
  /** How many addresses under `/probe/` were fetched. */
  readonly fetched: number;
}

interface Frame {
  /** Puts strings into pages as they are, and tells what they did: the proof that the tests would notice. */
  tryRaw(inputs: readonly string[]): Promise<Outcome>;
  /** Draws rich text under the frame's policy. */
  render(input: string): Promise<{ readonly html: string; readonly violations: number }>;
}

type FrameWindow = Window &
  typeof globalThis & {
    violations: number;
    draw: (input: string) => string;
  };

const open = (markup: string): Promise<HTMLIFrameElement> =>
  new Promise((resolve) => {
    const frame = document.createElement('iframe');
    // Scripts run, but open no dialogs, no windows and no other page in place of this one.
    frame.sandbox.value = 'allow-scripts allow-same-origin';
    frame.srcdoc = markup;
    frame.addEventListener(
      'load',
      () => {
        resolve(frame);
      },
      { once: true },
    );
    document.body.append(frame);
  });

const rest = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const TOUCHES = ['click', 'focus', 'focusin', 'pointerover', 'mouseover', 'mouseenter', 'toggle'];

async function tryRaw(inputs: readonly string[]): Promise<Outcome> {
  let fired = 0;
  let fetched = 0;
  const size = 20;
  for (let start = 0; start < inputs.length; start += size) {
    const frame = await open('<!doctype html><base href="/probe/">');
    const inside = frame.contentWindow as FrameWindow;
    const fire = () => {
      fired++;
    };
    for (const name of ['fired', 'alert', 'confirm', 'prompt', 'print'])
      Object.assign(inside, { [name]: fire });
    for (const input of inputs.slice(start, start + size)) {
      const box = inside.document.createElement('div');
      inside.document.body.append(box);
      box.innerHTML = input;
      for (const element of box.querySelectorAll('*'))
        for (const type of TOUCHES) element.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await rest(100);
    try {
      fetched += inside.performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/probe/')).length;
    } catch {
      // It went to another page, which is what it tried.
    }
    frame.remove();
  }
  return { fired, fetched };
}

/** Runs with a frame under a Content Security Policy, and takes it away again. */
export async function withFrame(run: (frame: Frame) => Promise<void>, csp = ''): Promise<void> {
  const frame = await open(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${csp}">
    <script>
      violations = 0;
      addEventListener('securitypolicyviolation', () => violations++);
    </script>
    <script type="module">
      import { richText } from '/src/lib/rich-text.ts';
      window.draw = (input) => {
        const box = document.createElement('div');
        box.append(richText(input, 4));
        return box.innerHTML;
      };
    </script>`,
  );
  const inside = frame.contentWindow as FrameWindow;
  try {
    await run({
      tryRaw,
      async render(input) {
        const html = inside.draw(input);
        await rest(50);
        return { html, violations: inside.violations };
      },
    });
  } finally {
    frame.remove();
  }
}
