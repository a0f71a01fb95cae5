/** Colours, where somebody sees them. */

export type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
}

const paint =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const plain: Paint = (text) => text;

const colours: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  red: paint(31, 39),
  yellow: paint(33, 39),
  green: paint(32, 39),
};

const none: Style = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain };

/** Colours on a terminal, unless `NO_COLOR` is set to anything (https://no-color.org). */
export const styleFor = (
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Style => (isTerminal && !env['NO_COLOR'] ? colours : none);
