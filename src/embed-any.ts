/**
 * The script for listings of any kind: all of `foothold.js`, with mapping, presets, files and several sources.
 *
 * ```html
 * <script async src="…/foothold-any.js" data-target="#micro-internships"
 *         data-file="https://www.example.edu/micro-internships.csv"></script>
 * ```
 */
import { start } from './embed/start.ts';

if (start()) void import('./define/any.ts');
