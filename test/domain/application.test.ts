import { expect } from 'chai';
import { REPORT_REASONS } from '../../src/domain/application.ts';

describe('a report of a listing', () => {
  it('has one of the reasons that the contract names', () => {
    expect(REPORT_REASONS).to.deep.equal(['scam', 'unpaid', 'discrimination', 'other']);
  });
});
