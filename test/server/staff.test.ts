import { expect } from 'chai';
import { toCsv } from '../../demo/server/staff/csv.ts';
import { html } from '../../demo/server/staff/html.ts';
import type { Client } from './support/client.ts';
import { pdf } from './support/documents.ts';
import { application, apply, someEmail } from './support/forms.ts';
import { appOn, NOW, onEachDatabase } from './support/servers.ts';

const PASSWORD = 'correct horse é';

const basic = (user: string, password: string) => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

describe('staff markup', () => {
  it('escapes what is put into it, but not markup', () => {
    const evil = `<img src="x" onerror='alert(1)'> & co`;
    expect(
      html`<p title="${evil}">${html`<b>${evil}</b>`}${[1, undefined, 'a<b']}</p>`.text,
    ).to.equal(
      '<p title="&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt; &amp; co">' +
        '<b>&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt; &amp; co</b>1a&lt;b</p>',
    );
  });
});

describe('CSV', () => {
  it('quotes, and turns what begins like a formula into text', () => {
    expect(toCsv([['a', 'b "c"', 'd,\ne']])).to.equal('\uFEFF"a","b ""c""","d,\ne"\r\n');
    for (const start of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
      expect(toCsv([[start]])).to.equal(`\uFEFF"'${start}"\r\n`);
  });
});

onEachDatabase('the staff pages', (subject) => {
  let api: Client;
  const evil = '=HYPERLINK("https://evil.example")<script>alert(1)</script>';
  const email = someEmail();

  const get = (path: string, headers: Record<string, string> = basic('staff', PASSWORD)) =>
    fetch(`${api.url}/staff${path}`, { headers });
  const pageOf = async (path: string) => await (await get(path)).text();
  const linkIn = (page: string, kind: string) =>
    new RegExp(`href="/staff(/${kind}/[\\w-]{36})"`).exec(page)?.[1] ?? '';

  before(async () => {
    api = await appOn(subject().database, {
      staffPassword: PASSWORD,
      // Later than all others, so that it stands first.
      now: () => NOW + 86_400_000,
    });
    const json = application({ applicant: { name: evil, email } });
    const files = [{ part: 'resume', name: "my 'résumé'.pdf", bytes: pdf }];
    expect((await apply(api, json, { files })).status).to.equal(201);
  });

  it('are closed to everybody else', async () => {
    const page = await pageOf('');
    for (const path of [
      '',
      '/',
      '/reports',
      '/outbox',
      '/applications.csv',
      '/staff.css',
      '/nope',
      linkIn(page, 'applications'),
    ])
      for (const headers of [
        {},
        basic('staff', ''),
        basic('staff', 'wrong'),
        basic('admin', PASSWORD),
        { Authorization: 'Basic !' },
      ]) {
        const response = await get(path, headers);
        expect(response.status, path).to.be.oneOf([400, 401]);
        expect(await response.text()).not.to.include(email);
      }
    expect((await get('', {})).headers.get('www-authenticate')).to.match(/^Basic realm=/);
  });

  it('are not there without a password', async () => {
    const open = await appOn(subject().database);
    expect((await fetch(`${open.url}/staff`)).status).to.equal(404);
  });

  it('list what was received, escaped, and may not be kept or framed', async () => {
    const response = await get('');
    expect(response.status).to.equal(200);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(response.headers.get('x-frame-options')).to.equal('DENY');
    const policy = response.headers.get('content-security-policy');
    expect(policy).to.include("default-src 'none'");
    expect(policy).not.to.include('unsafe');
    const page = await response.text();
    expect(page).to.include(email);
    expect(page).to.include('&lt;script&gt;');
    expect(page).not.to.include('<script');
    expect(page).not.to.match(/\sstyle=/);
  });

  it('show one application with its answers in words', async () => {
    const page = await pageOf(linkIn(await pageOf(''), 'applications'));
    for (const text of ['How would you begin?', 'English, Spanish', 'None yet', 'I agree that'])
      expect(page).to.include(text);
  });

  it('give files as attachments, and only here', async () => {
    const detail = await pageOf(linkIn(await pageOf(''), 'applications'));
    const link = linkIn(detail, 'attachments');
    const response = await get(link);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.equal('application/pdf');
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(response.headers.get('content-disposition')).to.equal(
      "attachment; filename*=UTF-8''my%20%27r%C3%A9sum%C3%A9%27.pdf",
    );
    expect(Buffer.from(await response.arrayBuffer())).to.deep.equal(pdf);
    const id = link.split('/').at(-1) ?? '';
    for (const path of [`/${id}`, `/attachments/${id}`, `/api/attachments/${id}`])
      expect((await fetch(api.url + path)).status).to.equal(404);
  });

  it('export everything as CSV that runs nothing', async () => {
    const response = await get('/applications.csv');
    expect(response.headers.get('content-disposition')).to.match(/^attachment/);
    const text = await response.text();
    expect(text).to.include(email);
    expect(text).to.include(`"'=HYPERLINK(""https://evil.example"")`);
    expect(text).not.to.match(/(^|,)"[=+\-@]/m);
  });

  it('show reports and the outbox', async () => {
    await api.send('/projects/mkt-204/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'scam', details: '<b>deposit</b>' }),
    });
    expect(await pageOf('/reports')).to.include('&lt;b&gt;deposit&lt;/b&gt;');
    const outbox = await pageOf('/outbox');
    expect(outbox).to.include(email);
    expect(outbox).to.include('Waiting to be sent');
    expect(outbox).to.include('SMTP_URL');
  });

  it('turn pages, and say when there is nothing', async () => {
    for (const page of ['0', '-1', 'x', '1e99', '99999999999'])
      expect((await get(`?page=${page}`)).status, page).to.equal(200);
    for (const path of ['/applications/nope', '/attachments/nope', '/nope'])
      expect((await get(path)).status, path).to.equal(404);
  });
});
