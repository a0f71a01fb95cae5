import { expect, waitUntil } from '@open-wc/testing';
import type { Report } from '../../../src/domain/application.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdProjectDetail } from '../../../src/elements/project-detail/project-detail.ts';
import type { FootholdErrorEvent } from '../../../src/events/error.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import { bare, detailWith, full, sourceOf, textOf } from './support.ts';

const says = (detail: FootholdProjectDetail, text: string) =>
  waitUntil(
    () => allByRole(detail, 'status').some((each) => textOf(each) === text),
    `a status is to say "${text}"`,
  );

describe('Add deadline to calendar', () => {
  /** What a click saves, without saving it. */
  async function save(project: Project): Promise<{ name: string; type: string; text: string }> {
    const detail = await detailWith({ project });
    let saved: Blob | undefined;
    let name = '';
    const restore = [
      replace(URL, 'createObjectURL', (blob: Blob) => ((saved = blob), 'blob:saved')),
      replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        name = this.download;
      }),
    ];
    byRole(detail, 'button', 'Add deadline to calendar').click();
    for (const each of restore) each();
    return { name, type: saved!.type, text: (await saved!.text()).replaceAll('\r\n ', '') };
  }

  it('saves a calendar file with the very minute, in universal time', async () => {
    const { name, type, text } = await save(full);
    expect(name).to.equal('deadline.ics');
    expect(type).to.equal('text/calendar;charset=utf-8');
    expect(text).to.include('\r\nDTSTART:20981206T055900Z\r\n');
    expect(text).to.include('\r\nSUMMARY:Apply for Competitor pricing study\r\n');
    expect(text).to.include('\r\nUID:mkt-204@listings.example\r\n');
    expect(text).to.include(
      '\r\nDESCRIPTION:Lakeside Analytics\\nhttps://listings.example/projects/mkt-204\r\n',
    );
  });

  it('saves a whole day where no zone says when it ends', async () => {
    const { text } = await save({ ...bare, applyBy: '2098-12-05' });
    expect(text).to.include('\r\nDTSTART;VALUE=DATE:20981205\r\n');
  });

  it('saves an instant that needs no zone', async () => {
    const { text } = await save({ ...bare, applyBy: '2098-12-05T12:30:00+02:00' });
    expect(text).to.include('\r\nDTSTART:20981205T103000Z\r\n');
  });

  it('is not there without a deadline', async () => {
    const detail = await detailWith({ project: bare });
    expect(allByRole(detail, 'button', 'Add deadline to calendar')).to.deep.equal([]);
  });
});

describe('Copy link', () => {
  const before = location.href;
  let copied: string | undefined;
  let restore: () => void;
  let isAllowed: boolean;

  beforeEach(() => {
    copied = undefined;
    isAllowed = true;
    restore = replace(navigator, 'clipboard', {
      writeText: (text: string) => {
        if (!isAllowed) return Promise.reject(new DOMException('No', 'NotAllowedError'));
        copied = text;
        return Promise.resolve();
      },
    });
  });

  afterEach(() => {
    restore();
    history.replaceState(null, '', before);
  });

  const copy = (detail: FootholdProjectDetail) => {
    byRole(detail, 'button', 'Copy link').click();
  };

  it("copies the listing's address where the page's does not say which project this is", async () => {
    const detail = await detailWith();
    copy(detail);
    await says(detail, 'Link copied');
    expect(copied).to.equal(full.url);
  });

  it("copies the page's address where it does, in its query or its fragment", async () => {
    for (const address of ['?fh-project=mkt-204', '#fh-project=mkt-204']) {
      history.replaceState(null, '', address);
      const detail = await detailWith();
      copy(detail);
      await says(detail, 'Link copied');
      expect(copied).to.equal(location.href);
    }
  });

  it('gives the address to be copied by hand where the page may not', async () => {
    isAllowed = false;
    const detail = await detailWith();
    copy(detail);
    await waitUntil(() => allByRole(detail, 'textbox', 'Link to copy').length === 1);
    const box = byRole(detail, 'textbox', 'Link to copy') as HTMLInputElement;
    await waitUntil(() => (detail.renderRoot as ShadowRoot).activeElement === box);
    expect(box).to.include({ value: full.url, readOnly: true });
    expect([box.selectionStart, box.selectionEnd]).to.deep.equal([0, full.url!.length]);
    expect(await violationsOf(detail)).to.deep.equal([]);
  });

  it('does so, too, where there is no clipboard at all', async () => {
    restore();
    restore = replace(navigator, 'clipboard', undefined);
    const detail = await detailWith();
    copy(detail);
    await waitUntil(() => allByRole(detail, 'textbox', 'Link to copy').length === 1);
  });
});

describe('Report this listing', () => {
  interface Sent {
    readonly id: string;
    readonly report: Report;
  }

  async function open(answer: () => Promise<void> = () => Promise.resolve()) {
    const sent: Sent[] = [];
    const detail = await detailWith({
      source: sourceOf((id) => Promise.resolve({ ...full, id }), {
        report: (id, report) => (sent.push({ id, report }), answer()),
      }),
    });
    const button = byRole(detail, 'button', 'Report this listing');
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await detail.updateComplete;
    expect(button.ariaExpanded).to.equal('true');
    return { detail, sent };
  }

  const send = (detail: FootholdProjectDetail) => {
    byRole(detail, 'button', 'Send report').click();
  };

  it('sends a reason', async () => {
    const { detail, sent } = await open();
    byRole(detail, 'group', 'What is wrong with it?');
    byRole(detail, 'radio', 'It looks like a scam').click();
    expect(await violationsOf(detail)).to.deep.equal([]);
    send(detail);
    await says(detail, 'Report sent. Thank you.');
    expect(sent).to.deep.equal([{ id: 'mkt-204', report: { reason: 'scam' } }]);
    expect(allByRole(detail, 'radio')).to.deep.equal([]);
    expect((detail.renderRoot as ShadowRoot).activeElement).to.equal(
      byRole(detail, 'button', 'Report this listing'),
    );
    expect(await violationsOf(detail)).to.deep.equal([]);
  });

  for (const [label, reason] of [
    ['It asks for unpaid work or for money', 'unpaid'],
    ['It discriminates', 'discrimination'],
    ['Something else', 'other'],
  ] as const)
    it(`sends "${label}" with details`, async () => {
      const { detail, sent } = await open();
      byRole(detail, 'radio', label).click();
      byRole(detail, 'textbox', 'Details (optional)').value = ' They asked for a fee. ';
      send(detail);
      await says(detail, 'Report sent. Thank you.');
      expect(sent[0]!.report).to.deep.equal({ reason, details: 'They asked for a fee.' });
    });

  it('asks for a reason before it sends', async () => {
    const { detail, sent } = await open();
    send(detail);
    expect(sent).to.deep.equal([]);
    expect(byRole(detail, 'radio', 'It looks like a scam').validity.valueMissing).to.equal(true);
  });

  it('sends once, however often it is pressed', async () => {
    let finish = () => {};
    const { detail, sent } = await open(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    byRole(detail, 'radio', 'Something else').click();
    send(detail);
    await detail.updateComplete;
    const button = byRole(detail, 'button', 'Sending…');
    expect(button.ariaDisabled).to.equal('true');
    button.click();
    expect(sent).to.have.length(1);
    finish();
    await says(detail, 'Report sent. Thank you.');
  });

  it('says when it could not be sent, keeps what was written, and can be sent again', async () => {
    let tries = 0;
    const { detail, sent } = await open(() =>
      tries++ ? Promise.resolve() : Promise.reject(new SourceError('http', 'x', { status: 503 })),
    );
    const events: FootholdErrorEvent[] = [];
    detail.addEventListener('foothold-error', (event) => events.push(event));
    byRole(detail, 'radio', 'Something else').click();
    byRole(detail, 'textbox', 'Details (optional)').value = 'Odd.';
    send(detail);
    await waitUntil(() => allByRole(detail, 'alert').length === 1);
    expect(textOf(byRole(detail, 'alert'))).to.equal('The report could not be sent.');
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ operation: 'report', kind: 'http', status: 503 });
    expect(await violationsOf(detail)).to.deep.equal([]);
    send(detail);
    await says(detail, 'Report sent. Thank you.');
    expect(sent[1]!.report).to.deep.equal({ reason: 'other', details: 'Odd.' });
  });

  it('starts anew with another project', async () => {
    const { detail } = await open();
    detail.projectId = 'other';
    await waitUntil(() => allByRole(detail, 'radio').length === 0);
    expect(byRole(detail, 'button', 'Report this listing').ariaExpanded).to.equal('false');
  });

  it('is not there where the project may not be reported, or nobody takes reports', async () => {
    const { report: _report, ...deaf } = sourceOf(full);
    for (const setup of [{ project: { ...full, reportable: false } }, { source: deaf }]) {
      const detail = await detailWith(setup);
      expect(allByRole(detail, 'button', 'Report this listing')).to.deep.equal([]);
    }
  });
});
