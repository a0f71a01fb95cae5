import { expect } from 'chai';
import * as entry from '../../src/source/index.ts';

describe('foothold/source', () => {
  it('gives the sources and what is needed to write another', () => {
    expect(Object.keys(entry).sort()).to.deep.equal([
      'ConfigError',
      'HttpSource',
      'MemorySource',
      'MergedSource',
      'NOT_SENT',
      'SourceError',
      'countFacets',
      'decodePage',
      'decodeProblem',
      'decodeProject',
      'decodeReceipt',
      'findProjects',
      'isAbort',
      'isCachedSource',
      'isSkipped',
      'mostPay',
      'openSource',
      'presets',
      'resolveApiUrl',
      'shareRequests',
      'sharedSource',
      'systemClock',
    ]);
  });
});
