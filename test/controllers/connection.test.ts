import {
  aTimeout,
  defineCE,
  expect,
  fixture,
  html,
  unsafeStatic,
  waitUntil,
} from '@open-wc/testing';
import { html as staticHtml } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';
import '../../src/define/foothold-provider.ts';
import { FootholdElement } from '../../src/elements/internal/foothold-element.ts';
import { FootholdProvider } from '../../src/elements/provider/provider.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import { sharedOf } from '../../src/source/shared-source.ts';

/** Says what it was given. */
class Probe extends FootholdElement {
  get source_(): ListingsSource | undefined {
    return this.connection.source;
  }
  get settings() {
    return this.connection.settings;
  }
  get failed(): boolean {
    return this.connection.failed;
  }
  protected override render(): TemplateResult {
    return html`${this.t('today')}`;
  }
}
const probe = unsafeStatic(defineCE(Probe));

const errors: string[] = [];
const { error } = console;
beforeEach(() => {
  errors.length = 0;
  console.error = (message: unknown) => void errors.push(String(message));
});
afterEach(() => {
  console.error = error;
});

const source = (name: string): ListingsSource => ({
  url: `https://${name}.example/`,
  list: () => Promise.reject(new Error('not asked here')),
  detail: () => Promise.reject(new Error('not asked here')),
});

const draw = (template: TemplateResult) => fixture<Probe>(template);
const inside = (element: Element) => element.querySelector<Probe>(':not(script)')!;

describe('where listings come from', () => {
  it('one source for all elements with one api on the page', async () => {
    const one = await draw(staticHtml`<${probe} api="/one"></${probe}>`);
    const same = await draw(staticHtml`<${probe} api="${location.origin}/one/"></${probe}>`);
    const other = await draw(staticHtml`<${probe} api="/other"></${probe}>`);
    expect(one.source_).to.equal(same.source_);
    expect(one.source_).not.to.equal(other.source_);
  });

  it('one shared source for all elements with one source object', async () => {
    let asked = 0;
    const own: ListingsSource = {
      ...source('own'),
      detail: (id) => {
        asked++;
        return Promise.resolve({ id, title: 'Map', employer: { name: 'Tern' } });
      },
    };
    const one = await draw(staticHtml`<${probe} .source=${own}></${probe}>`);
    const same = await draw(staticHtml`<${probe} .source=${own}></${probe}>`);
    const [first, second] = await Promise.all([
      one.source_!.detail('7'),
      same.source_!.detail('7'),
    ]);
    expect(first).to.equal(second);
    expect(asked).to.equal(1);
  });

  it('own property before attribute, attribute before config, config before provider', async () => {
    const outer = source('outer');
    const provider = await draw(
      staticHtml`<foothold-provider .source=${outer} heading-level="4" locale="en-GB"
        ><${probe}></${probe}></foothold-provider>`,
    );
    const element = inside(provider);
    await element.updateComplete;
    expect(element.source_).to.equal(sharedOf(outer));
    expect(element.settings.headingLevel).to.equal(4);
    expect(element.settings.locale).to.equal('en-GB');

    element.config = { version: 1, api: { url: '/config' } };
    await element.updateComplete;
    expect(element.source_?.url).to.equal(`${location.origin}/config`);
    element.api = '/attribute';
    await element.updateComplete;
    expect(element.source_?.url).to.equal(`${location.origin}/attribute`);
    const own = source('own');
    element.source = own;
    element.headingLevel = 3;
    await element.updateComplete;
    expect(element.source_).to.equal(sharedOf(own));
    expect(element.settings.headingLevel).to.equal(3);
  });

  it('follows its provider when that changes', async () => {
    const provider = await draw(
      staticHtml`<foothold-provider .source=${source('first')}><${probe}></${probe}></foothold-provider>`,
    );
    const element = inside(provider);
    const second = source('second');
    provider.source = second;
    await provider.updateComplete;
    await element.updateComplete;
    expect(element.source_).to.equal(sharedOf(second));
  });

  it('the nearest provider, which passes on what it does not say itself', async () => {
    const outer = await fixture<HTMLElement>(staticHtml`
      <foothold-provider api="/outer" image-origins="https://a.example" heading-level="4">
        <foothold-provider api="/inner" privacy-url="/privacy"><${probe}></${probe}></foothold-provider>
      </foothold-provider>`);
    const element = inside(inside(outer));
    await element.updateComplete;
    expect(element.source_?.url).to.equal(`${location.origin}/inner`);
    expect(element.settings.imageOrigins).to.deep.equal(['https://a.example']);
    expect(element.settings.headingLevel).to.equal(4);
    expect(element.settings.privacyUrl).to.equal('/privacy');
  });

  it('a provider that is defined after what is inside it', async () => {
    const late = unsafeStatic('late-provider');
    const outer = await draw(staticHtml`<${late} api="/late"><${probe}></${probe}></${late}>`);
    const element = inside(outer);
    expect(element.source_).to.equal(undefined);
    customElements.define('late-provider', class extends FootholdProvider {});
    await waitUntil(() => element.source_);
    expect(element.source_?.url).to.equal(`${location.origin}/late`);
    await aTimeout(1100);
    expect(errors).to.have.length(0);
  });

  it('reads a config that stands inside it', async () => {
    const element = await draw(
      staticHtml`<${probe}><script type="application/json">{"version":1,"api":{"url":"/inline"}}</script></${probe}>`,
    );
    expect(element.source_?.url).to.equal(`${location.origin}/inline`);
  });

  it('waits for a config file, and takes its wording', async () => {
    const config = {
      version: 1,
      api: { url: '/filed' },
      ui: { wording: { en: { today: 'Now' } } },
    };
    const file = URL.createObjectURL(new Blob([JSON.stringify(config)]));
    const element = await draw(staticHtml`<${probe} config-src=${file}></${probe}>`);
    expect(element.settings.pending).to.equal(true);
    expect(element.source_).to.equal(undefined);
    await aTimeout(100);
    await element.updateComplete;
    expect(element.settings.pending).to.equal(false);
    expect(element.source_?.url).to.equal(`${location.origin}/filed`);
    expect(element).shadowDom.to.equal('Now');
  });
});

describe('a connection that cannot be made', () => {
  const refused: [string, TemplateResult, RegExp][] = [
    ['an api with a query', staticHtml`<${probe} api="/api?key=1"></${probe}>`, /query/],
    ['an api of another scheme', staticHtml`<${probe} api="ftp://x/"></${probe}>`, /https:\/\//],
    ['a file', staticHtml`<${probe} file="/jobs.csv"></${probe}>`, /foothold-any\.js/],
    ['a preset', staticHtml`<${probe} api="/a" preset="lever"></${probe}>`, /foothold-any\.js/],
    [
      'a config of another version',
      staticHtml`<${probe} .config=${{ version: 2 }}></${probe}>`,
      /"version" must be 1/,
    ],
    [
      'a config with mapping',
      staticHtml`<${probe} .config=${{ version: 1, api: { url: '/a', fields: {} } }}></${probe}>`,
      /api\.fields.*foothold-any\.js/,
    ],
    [
      'a config with a password',
      staticHtml`<${probe} .config=${{ version: 1, api: { url: 'https://u:p@x.example' } }}></${probe}>`,
      /no place for secrets/,
    ],
    [
      'a config that is no JSON',
      staticHtml`<${probe}><script type="application/json">{version: 1}</script></${probe}>`,
      /config cannot be used/,
    ],
  ];
  for (const [name, template, message] of refused) {
    it(`${name}: says what to do, once, and draws the fallback`, async () => {
      const element = await draw(template);
      element.requestUpdate();
      await element.updateComplete;
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(message);
      expect(element.failed).to.equal(true);
      expect(element.source_).to.equal(undefined);
    });
  }

  it('a config file that is not there: the event says so too', async () => {
    let kind = '';
    const wrapper = await fixture<HTMLElement>(html`<div></div>`);
    wrapper.addEventListener('foothold-error', (event) => {
      kind = `${event.operation} ${event.kind}`;
    });
    const element = await fixture<Probe>(
      staticHtml`<${probe} config-src="/no-such-config.json"></${probe}>`,
      { parentNode: wrapper },
    );
    await aTimeout(300);
    expect(element.failed).to.equal(true);
    expect(kind).to.equal('config malformed');
    expect(errors.join()).to.match(/answered 404/);
  });

  it('a config that is refused is told also where there is an api', async () => {
    const element = await draw(
      staticHtml`<${probe} api="/api" .config=${{ version: 1, sources: [] }}></${probe}>`,
    );
    expect(errors.join()).to.match(/sources.*foothold-any\.js/);
    element.requestUpdate();
    await element.updateComplete;
    expect(errors).to.have.length(1);
  });

  it('a provider that fails says so once, for all that is inside it', async () => {
    await draw(
      staticHtml`<foothold-provider api="/api?key=1"><${probe}></${probe}><${probe}></${probe}></foothold-provider>`,
    );
    await aTimeout(1100);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/foothold-provider/);
  });

  it('no api at all: is patient for a moment, then says what to do', async () => {
    const element = await draw(staticHtml`<${probe}></${probe}>`);
    expect(element.failed).to.equal(false);
    expect(errors).to.have.length(0);
    await aTimeout(1100);
    expect(element.failed).to.equal(true);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/Set api=/);
    element.api = '/api';
    await element.updateComplete;
    expect(element.failed).to.equal(false);
  });

  it('recovers when a bad config is replaced by a good one', async () => {
    const element = await draw(staticHtml`<${probe} .config=${{ version: 3 }}></${probe}>`);
    element.config = { version: 1, api: { url: '/good' } };
    await element.updateComplete;
    expect(element.failed).to.equal(false);
    expect(element.source_?.url).to.equal(`${location.origin}/good`);
  });
});

describe('language', () => {
  const wording = { version: 1, ui: { wording: { es: { today: 'Hoy' } } } } as const;

  it('is the nearest lang', async () => {
    const section = await fixture<HTMLElement>(
      staticHtml`<section lang="es-MX"><${probe} .source=${source('a')} .config=${wording}></${probe}></section>`,
    );
    expect(inside(section)).shadowDom.to.equal('Hoy');
  });

  it('is what the attribute says, when it says something', async () => {
    const section = await fixture<HTMLElement>(
      staticHtml`<section lang="es"><${probe} locale="en" .source=${source('a')} .config=${wording}></${probe}></section>`,
    );
    expect(inside(section)).shadowDom.to.equal('Today');
  });

  it('is that of the browser where the attribute says so', async () => {
    Object.defineProperty(navigator, 'language', { value: 'es-ES', configurable: true });
    try {
      const section = await fixture<HTMLElement>(
        staticHtml`<section lang="en"><${probe} locale="browser" .source=${source('a')} .config=${wording}></${probe}></section>`,
      );
      expect(inside(section)).shadowDom.to.equal('Hoy');
    } finally {
      Reflect.deleteProperty(navigator, 'language');
    }
  });
});
