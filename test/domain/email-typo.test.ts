import { expect } from 'chai';
import fc from 'fast-check';
import { likelyEmail } from '../../src/domain/email-typo.ts';

/** Domains as they are typed, with what was probably meant; the school is `northmere.edu`. */
const rows: readonly (readonly [typed: string, meant: string | undefined])[] = [
  // One slip from where most mailboxes are.
  ['gmial.com', 'gmail.com'],
  ['gmal.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.cm', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.comm', 'gmail.com'],
  ['GMIAL.COM', 'gmail.com'],
  ['yaho.com', 'yahoo.com'],
  ['yahooo.com', 'yahoo.com'],
  ['yhaoo.com', 'yahoo.com'],
  ['outlok.com', 'outlook.com'],
  ['outlook.con', 'outlook.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmai.com', 'hotmail.com'],
  ['iclud.com', 'icloud.com'],
  ['icloud.vom', 'icloud.com'],
  ['yahoo.co', 'yahoo.com'],
  ['outlook.co', 'outlook.com'],
  ['icloud.co', 'icloud.com'],
  // One slip from the school's own.
  ['northmere.ed', 'northmere.edu'],
  ['northmere.eud', 'northmere.edu'],
  ['nothmere.edu', 'northmere.edu'],
  ['northmre.edu', 'northmere.edu'],
  ['norhtmere.edu', 'northmere.edu'],
  // Endings that are none.
  ['lakeside.con', 'lakeside.com'],
  ['lakeside.cpm', 'lakeside.com'],
  ['lakeside.ogr', 'lakeside.org'],
  ['lakeside.nte', 'lakeside.net'],
  ['state.edy', 'state.edu'],
  ['mail.state.eduu', 'mail.state.edu'],

  // Nothing wrong with these.
  ['gmail.com', undefined],
  ['Gmail.Com', undefined],
  ['northmere.edu', undefined],
  ['student.northmere.edu', undefined],
  ['mail.com', undefined],
  ['ymail.com', undefined],
  ['email.com', undefined],
  ['gmx.com', undefined],
  ['gmx.de', undefined],
  ['googlemail.com', undefined],
  ['rocketmail.com', undefined],
  ['proton.me', undefined],
  ['pm.me', undefined],
  ['protonmail.com', undefined],
  ['live.com', undefined],
  ['live.co.uk', undefined],
  ['live.ca', undefined],
  ['love.com', undefined],
  ['line.com', undefined],
  ['life.com', undefined],
  ['hotmail.co.uk', undefined],
  ['hotmail.fr', undefined],
  ['yahoo.co.in', undefined],
  ['yahoo.ca', undefined],
  ['outlook.de', undefined],
  ['me.com', undefined],
  ['mac.com', undefined],
  ['aol.com', undefined],
  ['msn.com', undefined],
  ['qq.com', undefined],
  ['163.com', undefined],
  ['web.de', undefined],
  ['zoho.com', undefined],
  ['fastmail.com', undefined],
  ['hey.com', undefined],
  ['example.edu.au', undefined],
  ['cam.ac.uk', undefined],
  ['u-tokyo.ac.jp', undefined],
  ['lakeside.co', undefined],
  ['lakeside.cm', undefined],
  ['lakeside.om', undefined],
  ['lakeside.edu.co', undefined],
  ['lakeside.ai', undefined],
  ['lakeside.net', undefined],
  ['lakeside.community', undefined],
  ['lakeside.education', undefined],
  ['consulting.com', undefined],
  ['xn--bcher-kva.example', undefined],
];

describe('likelyEmail', () => {
  for (const [typed, meant] of rows)
    it(meant ? `takes ${typed} for ${meant}` : `has nothing to say of ${typed}`, () => {
      expect(likelyEmail(`amara.osei@${typed}`, ['northmere.edu'])).to.equal(
        meant && `amara.osei@${meant}`,
      );
    });

  for (const [school, other] of [
    ['ucsd.edu', 'ucsb.edu'],
    ['mit.edu', 'rit.edu'],
    ['usc.edu', 'sc.edu'],
    ['nyu.edu', 'nku.edu'],
  ] as const)
    it(`does not take ${other} for ${school}: both are schools`, () => {
      expect(likelyEmail(`amara@${other}`, [school])).to.equal(undefined);
    });

  it('knows no school that nobody has named', () => {
    expect(likelyEmail('amara@nothmere.edu')).to.equal(undefined);
  });

  it('prefers the school where both are near', () => {
    expect(likelyEmail('amara@gmaol.com', ['gmaul.com'])).to.equal('amara@gmaul.com');
  });

  it('leaves the name before the domain as it was typed', () => {
    expect(likelyEmail(' Amara.O+work@gmial.com ')).to.equal('Amara.O+work@gmail.com');
  });

  for (const address of ['', 'amara', 'amara@', '@gmial.com', 'a@b@gmial.com', 'a b@gmial.com'])
    it(`has nothing to say of "${address}", which is no address`, () => {
      expect(likelyEmail(address)).to.equal(undefined);
    });

  it('is never asked about again once it was taken', () => {
    const domain = fc.constantFrom(...rows.map(([typed]) => typed));
    const letters = fc.string({
      unit: fc.constantFrom('a', 'c', 'd', 'e', 'm', 'o', '.'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          domain,
          letters.map((each) => `${each}.com`),
        ),
        (typed) => {
          const meant = likelyEmail(`amara@${typed}`, ['northmere.edu']);
          if (meant) expect(likelyEmail(meant, ['northmere.edu'])).to.equal(undefined);
        },
      ),
    );
  });

  it('finds every slip of one letter in the address of a school, and changes nothing before it', () => {
    const school = 'northmere.edu';
    fc.assert(
      fc.property(
        fc.nat({ max: 8 }),
        fc.constantFrom('left out', 'doubled', 'swapped'),
        (at, slip) => {
          const [before, letter, next, after] = [
            school.slice(0, at),
            school[at]!,
            school[at + 1]!,
            school.slice(at + 2),
          ];
          const typed =
            slip === 'left out'
              ? before + next + after
              : slip === 'doubled'
                ? before + letter + letter + next + after
                : before + next + letter + after;
          if (typed === school) return;
          expect(likelyEmail(`amara@${typed}`, [school])).to.equal(`amara@${school}`);
        },
      ),
    );
  });
});
