/**
 * The script that a web editor pastes. It defines the elements and mounts one for each of its tags.
 *
 * ```html
 * <div id="micro-internships"><a href="https://listings.example.edu/">Browse micro-internships</a></div>
 * <script async src="…/foothold.js" data-target="#micro-internships"
 *         data-api="https://listings.example.edu/api"></script>
 * ```
 *
 * Elements are imported only when no copy has defined them yet. The build keeps this import in the
 * one file but runs it on demand: a second copy must evaluate no Lit and create no Trusted Types
 * policy, for a page's policy may allow each name once.
 */
import { start } from './embed/start.ts';

if (start()) void import('./define/all.ts');
