/** What is said on the command line. */
import { expect } from 'chai';
import { readArguments } from '../../cli/arguments.ts';

describe('the command line', () => {
  it('has a command, words and options', () => {
    const { command, words, values } = readArguments(
      ['check', 'foothold.json', '--sample', 'a.json', '--sample=campus=b.json', '--json'],
      {},
    );
    expect(command).to.equal('check');
    expect(words).to.deep.equal(['foothold.json']);
    expect(values).to.deep.include({ sample: ['a.json', 'campus=b.json'], json: true });
  });

  it('is understood behind "npm exec", which takes options for its own', () => {
    // As npm gives on `npm exec foothold check foothold.json --sample a.json --live`.
    const env = { npm_command: 'exec', npm_config_sample: 'true', npm_config_live: 'true' };
    const { words, values } = readArguments(['check', 'foothold.json', 'a.json'], env);
    expect(words).to.deep.equal(['foothold.json', 'a.json']);
    expect({ ...values }).to.deep.equal({ live: true });
    const { values: written } = readArguments(['check', 'a'], {
      npm_command: 'exec',
      npm_config_detail: 'b.json',
    });
    expect({ ...written }).to.deep.equal({ detail: ['b.json'] });
    const { values: none } = readArguments(['check', 'a'], { npm_config_live: 'true' });
    expect({ ...none }).to.deep.equal({});
  });

  it('gives help to who asks nothing', () => {
    for (const args of [[], ['--help'], ['check', '-h']])
      expect(readArguments(args, {}).command).to.equal('help');
  });

  it('refuses what it does not know', () => {
    for (const args of [
      ['chekc'],
      ['check', 'a', '--smaple', 'b'],
      ['init', 'a', '--live'],
      ['check', 'a', '--base'],
    ])
      expect(() => readArguments(args, {}), args.join(' '))
        .to.throw()
        .with.property('name', 'UsageError');
  });
});
