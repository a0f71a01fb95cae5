import { expect } from 'chai';
import { safeUrl } from '../../src/lib/safe-url.ts';

describe('safeUrl', () => {
  for (const address of [
    'https://example.com/a?b#c',
    'http://example.com/',
    'HTTPS://EXAMPLE.COM/',
  ])
    it(`passes ${address}`, () => {
      expect(safeUrl(address)?.protocol).to.match(/^https?:$/);
    });

  for (const address of [
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.com/x',
    'file:///etc/passwd',
    'ftp://example.com',
    'mailto:a@example.com',
    'https://user@example.com',
    'https://user:secret@example.com',
    'https://',
    'page.html',
    '//example.com',
    '',
    undefined,
  ])
    it(`refuses ${JSON.stringify(address)}`, () => {
      expect(safeUrl(address)).to.equal(undefined);
    });

  it('resolves against a base, where there is something to resolve', () => {
    expect(safeUrl('list?a=1', 'https://example.com/x/')?.href).to.equal(
      'https://example.com/x/list?a=1',
    );
    expect(safeUrl('javascript:alert(1)', 'https://example.com/')).to.equal(undefined);
    expect(safeUrl(undefined, 'https://example.com/')).to.equal(undefined);
    expect(safeUrl('', 'https://example.com/')).to.equal(undefined);
  });
});
