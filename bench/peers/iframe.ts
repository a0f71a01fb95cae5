/** How applicant tracking systems are embedded: a script makes a frame, and the app loads in there. */
import { boot } from './boot.ts';

boot((target, api) => {
  const frame = document.createElement('iframe');
  frame.src = `${api.replace(/\/api$/, '')}/app.html`;
  frame.title = 'Projects';
  Object.assign(frame.style, { width: '100%', height: '2400px', border: '0' });
  target.replaceChildren(frame);
});
