import { expect } from 'chai';
import { countWords } from '../../src/domain/words.ts';

describe('words of a text', () => {
  it('are counted without punctuation', () => {
    expect(countWords('')).to.equal(0);
    expect(countWords(' – … ! ')).to.equal(0);
    expect(countWords('I’d like this: a study, in 3 parts.', 'en')).to.equal(8);
  });

  it('are found in languages without spaces', () => {
    expect(countWords('我想申请这个项目', 'zh')).to.be.within(3, 7);
  });

  it('are counted in whatever way there is, for a language that is not one', () => {
    expect(countWords('two words', 'not a language!')).to.equal(2);
  });

  it('are runs of letters and digits where the platform cannot tell', () => {
    const { Segmenter } = Intl;
    try {
      Reflect.deleteProperty(Intl, 'Segmenter');
      expect(countWords('I’d like this: a study, in 3 parts. Déjà-vu')).to.equal(9);
      expect(countWords('…')).to.equal(0);
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });
});
