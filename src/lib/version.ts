declare const __FOOTHOLD_VERSION__: string | undefined;

/** This copy's version; `dev` when it runs from its sources. */
export const VERSION: string =
  typeof __FOOTHOLD_VERSION__ === 'string' ? __FOOTHOLD_VERSION__ : 'dev';
