import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package and the folders above it: where it looks for others. */
const foldersAbove = (path: string): string[] => {
  if (!path) return [''];
  const above = path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, '');
  return [`${path}/`, ...foldersAbove(above)];
};

/**
 * What makes `npm ci` fail on another machine, or depend on this one. npm leaves a platform's package
 * out of the lock file when the registry does not have it (yet), and then refuses the lock file; and it writes
 * download addresses unless it is told not to.
 */
export const lockFileProblems = (file = join(ROOT, 'package-lock.json')): string[] => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages).flatMap(([path, locked]) => {
    const needed = {
      ...locked.dependencies,
      ...locked.optionalDependencies,
      ...locked.devDependencies,
    };
    const missing = Object.keys(needed).filter((name) =>
      foldersAbove(path).every((folder) => !packages[`${folder}node_modules/${name}`]),
    );
    return [
      ...missing.map((name) => `${path || 'the package'} needs ${name}, which is not locked.`),
      ...(locked.resolved && !locked.link ? [`${path} has a download address.`] : []),
    ];
  });
};
