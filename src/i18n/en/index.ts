import { common } from './common.ts';
import { detail } from './detail.ts';
import { feed } from './feed.ts';
import { form } from './form.ts';

/** English, the wording that is always there. Its keys are the keys of every other language. */
export const en = { ...common, ...feed, ...detail, ...form };

export type MessageKey = keyof typeof en;
