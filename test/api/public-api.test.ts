import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describePublicApi, SNAPSHOT, type PublicApi } from '../../scripts/api-snapshot.ts';
import { ROOT } from '../../scripts/lib/run.ts';

/** One line for each thing, so that a difference names itself. */
const flatten = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        flatten(inner, Array.isArray(value) ? path : `${path} › ${key}`),
      )
    : [`${path}: ${String(value)}`];

describe('public interface', () => {
  let current: PublicApi;

  before(async () => {
    current = await describePublicApi();
  });

  it('is the one of the committed snapshot', () => {
    const before = flatten(JSON.parse(readFileSync(SNAPSHOT, 'utf8')), '');
    const now = flatten(current, '');
    const changes = [
      ...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
      ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
    ];
    expect(
      changes,
      `The public interface changed. If that is meant, run "npm run api:update", commit the snapshot and say in a changeset what it means for those who use it.\n${changes.join('\n')}\n`,
    ).to.be.empty;
  });

  it('documents every element', () => {
    expect(Object.keys(current.elements)).to.deep.equal([
      'foothold-application-form',
      'foothold-board',
      'foothold-listing-feed',
      'foothold-project-detail',
      'foothold-provider',
    ]);
  });

  it('names the class of every event', () => {
    const events = Object.values(current.elements).flatMap(({ events: list = [] }) => list);
    expect(events).not.to.be.empty;
    for (const event of events) expect(event).to.match(/^foothold-[a-z-]+: Foothold\w+Event$/);
  });

  it('forwards every part through the board', () => {
    const board = readFileSync(join(ROOT, 'src/elements/board/board.ts'), 'utf8');
    const forwarded = board.matchAll(/<(foothold-[a-z-]+)[^>]*?\bexportparts="([^"]+)"/g);
    let count = 0;
    for (const [, tag = '', parts = ''] of forwarded) {
      expect(parts.split(/,\s*/).sort(), tag).to.deep.equal(current.elements[tag]?.['parts']);
      count += 1;
    }
    expect(count).to.equal(3);
  });

  it('gives every attribute a type', () => {
    for (const [tag, { attributes = [] }] of Object.entries(current.elements)) {
      for (const attribute of attributes) expect(attribute, tag).to.match(/^[a-z-]+: ./);
    }
  });
});
