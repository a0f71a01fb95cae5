import { expect } from '@open-wc/testing';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { Endpoint, fillIn, formWith, projectWith, receipt, send, textOf } from './support.ts';

async function sent(source = new Endpoint()): Promise<FootholdApplicationForm> {
  const form = await formWith({ source });
  await fillIn(form);
  await send(form);
  return form;
}

/** What a press of a button saves: name and text. */
async function saves(form: FootholdApplicationForm, button: string) {
  let saved: [string, Blob] | undefined;
  let blob: Blob | undefined;
  const restores = [
    replace(URL, 'createObjectURL', (made: Blob) => {
      blob = made;
      return '#';
    }),
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      saved = [this.download, blob!];
    }),
  ];
  byRole(form, 'button', button).click();
  for (const restore of restores) restore();
  return { name: saved?.[0], type: saved?.[1].type, text: await saved?.[1].text() };
}

/** The lines of a calendar file, put together again (RFC 5545, section 3.1). */
const linesOf = (text = '') => text.replaceAll('\r\n ', '').split('\r\n');

describe('the receipt', () => {
  it('puts the start of the project into a calendar, with the reference', async () => {
    const { name, type, text } = await saves(await sent(), 'Add the start to calendar');
    expect(name).to.equal('start.ics');
    expect(type).to.equal('text/calendar;charset=utf-8');
    const lines = linesOf(text);
    for (const line of [
      'BEGIN:VCALENDAR',
      'DTSTART;VALUE=DATE:20981207',
      'SUMMARY:Competitor pricing study',
      'UID:start-mkt-204@listings.example',
      'URL:https://listings.example/projects/mkt-204',
      'END:VCALENDAR',
    ])
      expect(lines).to.include(line);
    const about = lines.find((line) => line.startsWith('DESCRIPTION:Lakeside'));
    expect(about).to.contain('Reference: FH-7Q2K-93');
    expect(text).not.to.contain('Amara');
  });

  it('has no calendar entry where nobody knows when it starts', async () => {
    const { startsOn: _, ...project } = projectWith();
    const form = await sent(new Endpoint(project));
    expect(allByRole(form, 'button', 'Add the start to calendar')).to.deep.equal([]);
  });

  it('saves what was sent, under its reference', async () => {
    const { name, text } = await saves(await sent(), 'Download my answers');
    expect(name).to.equal('application.txt');
    expect(text).to.match(/^FH-7Q2K-93\n\nFull name\nAmara Osei\n/);
    expect(text).to.contain('cv.pdf');
  });

  it('opens what was sent for the printer, whoever asks for it', async () => {
    const form = await sent();
    const copy = form.renderRoot.querySelector('details')!;
    expect(copy.open).to.equal(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(copy.open).to.equal(true);
    expect(textOf(copy)).to.contain('What you sent').and.to.contain('Amara Osei');
  });

  it('of an earlier version keeps the later one in reach, and does not say that it was sent', async () => {
    const source = new Endpoint();
    source.replies.push(
      new SourceError('rejected', 'Received', {
        status: 409,
        code: 'already-received',
        receipt,
      }),
    );
    const form = await sent(source);
    expect(textOf(form.renderRoot)).to.contain('An earlier version had already arrived.');
    const copy = form.renderRoot.querySelector('details')!;
    expect(textOf(copy)).to.contain('What you wrote last').and.to.contain('Amara Osei');
    expect(textOf(form.renderRoot)).not.to.contain('What you sent');
    const { text } = await saves(form, 'Download my answers');
    expect(text).to.match(/^Full name\nAmara Osei\n/);
  });
});
