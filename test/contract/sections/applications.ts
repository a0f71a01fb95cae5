import { expect } from 'chai';
import type { Submission } from '../../../src/domain/application.ts';
import { availabilityOf } from '../../../src/domain/project-rules.ts';
import type { Project } from '../../../src/domain/project.ts';
import { failure, type Trial } from '../trial.ts';

let people = 0;
/** An application by somebody who has not applied to anything yet. */
function submission(more: Partial<Submission['application']> = {}): Submission {
  people++;
  return {
    key: crypto.randomUUID(),
    application: {
      applicant: { name: 'Ada Example', email: `ada-${people}@student.example` },
      proposal: 'I would begin with the prices of the three nearest.',
      answers: {},
      consent: {
        accepted: true,
        text: 'I agree that this is sent to the employer.',
        version: '1',
        at: '2026-12-01T12:00:00Z',
      },
      ...more,
    },
    attachments: [
      {
        part: 'resume',
        file: new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'resume.pdf', {
          type: 'application/pdf',
        }),
      },
    ],
  };
}

export function applications(trial: Trial): void {
  const { oracle, limits } = trial;
  const apply = (name: string, sent: Submission) => trial.source.apply?.(oracle.idOf(name), sent);

  if (limits.applications === false) {
    it('takes no application', () => expect(trial.source.apply).to.equal(undefined));
    return;
  }

  describe('takes an application', () => {
    it('and gives a receipt', async () => {
      const receipt = await apply('a', submission());
      const said = [receipt?.id, receipt?.reference];
      if (limits.applications === 'unkeyed') return void expect(said.some(Boolean)).to.equal(true);
      for (const each of said) expect(each).to.be.a('string').that.is.not.empty;
    });

    it('but none to what is not there', async () => {
      const error = await failure(apply('no-such-project', submission()));
      expect(error).to.include({ kind: 'http', status: 404 });
    });

    if (limits.applications === 'unkeyed') return;

    it('once: the same again gives the same receipt', async () => {
      const sent = submission();
      const receipt = await apply('a', sent);
      expect(await apply('a', sent)).to.deep.equal(receipt);
      const later = { ...sent.application.consent, at: '2026-12-01T12:34:56Z' };
      const again = { ...sent, application: { ...sent.application, consent: later } };
      expect(await apply('a', again)).to.deep.equal(receipt);
    });

    it('once, whatever signals a later attempt brings', async () => {
      const sent = submission();
      const first = { ...sent, signals: { trapFilled: false, secondsOnForm: 300 } };
      const receipt = await apply('a', first);
      const challenge = { token: 'another' };
      const second = { ...sent, signals: { trapFilled: true, secondsOnForm: 310, challenge } };
      expect(await apply('a', second)).to.deep.equal(receipt);
    });

    it('once, also when it comes twice at the same time', async () => {
      const sent = submission();
      const [one, other] = await Promise.all([apply('b', sent), apply('b', sent)]);
      expect(one).to.deep.equal(other);
    });

    it('but no other one under the same key', async () => {
      const sent = submission();
      const receipt = await apply('a', sent);
      const received = { kind: 'rejected', status: 409, code: 'already-received', receipt };
      const words = { ...sent, application: { ...sent.application, proposal: 'Something else.' } };
      expect(await failure(apply('a', words))).to.deep.include(received);
      const noFile = { ...sent, attachments: [] };
      expect(await failure(apply('a', noFile))).to.deep.include(received);
    });

    it('but only one of each person to a project', async () => {
      const sent = submission();
      await apply('a', sent);
      const { email } = sent.application.applicant;
      const same = submission({ applicant: { name: 'A. E.', email: ` ${email.toUpperCase()}` } });
      const error = await failure(apply('a', same));
      expect(error).to.include({ kind: 'rejected', status: 409, code: 'duplicate-applicant' });
      expect(error.receipt).to.equal(undefined);
      expect(await apply('b', same)).to.have.property('reference');
    });

    it('but none to what is not open', async () => {
      const isOver = (project: Project) => availabilityOf(project, trial.now) !== 'open';
      const over = oracle.known.filter(isOver);
      if (!trial.isLimited) {
        expect(over.map(({ id }) => id)).to.deep.equal(['closed', 'filled', 'paused', 'past']);
      }
      for (const { id } of over) {
        const error = await failure(trial.source.apply?.(id, submission()));
        expect(error, id).to.include({ kind: 'rejected', status: 409, code: 'closed' });
      }
    });
  });
}
