import { expect } from 'chai';
import { isAsked, type Question, type QuestionCondition } from '../../src/domain/questions.ts';

const under = (showIf?: QuestionCondition): Question => ({
  id: 'why',
  type: 'text',
  label: 'Why?',
  ...(showIf ? { showIf } : {}),
});

describe('a question', () => {
  it('is asked when it has no condition', () => {
    expect(isAsked(under(), {})).to.equal(true);
  });

  it('is asked once another answer equals the one it waits for', () => {
    const question = under({ question: 'visa', equals: 'yes' });
    expect(isAsked(question, { visa: 'yes' })).to.equal(true);
    expect(isAsked(question, { visa: 'no' })).to.equal(false);
    expect(isAsked(question, {})).to.equal(false);
  });

  it('takes any of several answers, and one of several choices', () => {
    const question = under({ question: 'tools', in: ['sql', 'r'] });
    expect(isAsked(question, { tools: 'r' })).to.equal(true);
    expect(isAsked(question, { tools: ['excel', 'sql'] })).to.equal(true);
    expect(isAsked(question, { tools: ['excel'] })).to.equal(false);
  });

  it('compares numbers and booleans as they are written', () => {
    expect(isAsked(under({ question: 'years', equals: 2 }), { years: '2' })).to.equal(true);
    expect(isAsked(under({ question: 'remote', equals: false }), { remote: false })).to.equal(true);
  });

  it('takes nothing for an answer that was not given', () => {
    expect(isAsked(under({ question: 'visa', equals: 'undefined' }), {})).to.equal(false);
    expect(isAsked(under({ question: 'constructor', equals: String(Object) }), {})).to.equal(false);
    expect(isAsked(under({ question: 'visa' }), { visa: 'yes' })).to.equal(false);
  });
});
