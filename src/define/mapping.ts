/** Lets elements read foreign APIs, files and presets. Import it before elements that need it. */
import { setOpener } from '../source/opener.ts';
import { fullOpener } from '../source/mapping/open-config.ts';

setOpener(fullOpener);
