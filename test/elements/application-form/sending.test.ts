import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { Receipt } from '../../../src/domain/application.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { HttpSource } from '../../../src/source/http-source.ts';
import { SourceError, type ErrorKind, type Problem } from '../../../src/source/source-error.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import {
  contents,
  control,
  Endpoint,
  fillIn,
  formWith,
  projectWith,
  receipt,
  send,
  settled,
  textOf,
  write,
} from './support.ts';

const failing = (kind: ErrorKind, problem?: Problem) => new SourceError(kind, kind, problem);
const noAnswer = () => failing('network');

const restores: (() => void)[] = [];
/** For one test. */
const swap = (target: object, name: string, value: unknown) => {
  restores.push(replace(target, name, value));
};
afterEach(() => {
  for (const restore of restores.splice(0).reverse()) restore();
});

/** Pauses between two tries are as short, or as long, as they can be. */
const atOnce = () => {
  swap(Math, 'random', () => 0);
};
const slowly = () => {
  swap(Math, 'random', () => 0.999);
};

const offline = () => {
  swap(navigator, 'onLine', false);
};
const backOnline = () => {
  swap(navigator, 'onLine', true);
  window.dispatchEvent(new Event('online'));
};

const counting = (idempotent = true) => new Endpoint(projectWith(), { idempotent });

/** An answer that comes when it is told to. */
function later() {
  let resolve = (_: Receipt) => {};
  let reject = (_: Error) => {};
  const reply = new Promise<Receipt>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { reply, resolve, reject };
}

async function filled(source: Endpoint, file = true): Promise<FootholdApplicationForm> {
  const form = await formWith({ source });
  await fillIn(form, file);
  return form;
}

/** Begins to send, and waits until that shows. */
async function begin(form: FootholdApplicationForm): Promise<void> {
  byRole(form, 'button', 'Send application').click();
  await waitUntil(() => allByRole(form, 'button', 'Stop').length === 1);
}

async function stop(form: FootholdApplicationForm): Promise<void> {
  byRole(form, 'button', 'Stop').click();
  await settled(form);
}

/** What the button says, each time that it says something else. */
function follow(form: FootholdApplicationForm): string[] {
  const said: string[] = [];
  const look = () => {
    const button = allByRole(form, 'button', /^(Send application|Sending…|Still trying…)$/)[0];
    const words = button ? textOf(button.querySelector('span:not([data-off])')) : 'Receipt';
    if (said.at(-1) !== words) said.push(words);
  };
  look();
  new MutationObserver(look).observe(form.renderRoot, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  return said;
}

const alert = (form: FootholdApplicationForm) => textOf(byRole(form, 'alert'));

const UNCONFIRMED = 'We could not confirm that it arrived.';
const AGAIN = `${UNCONFIRMED} Your text is safe. Press Send again: however often it is sent, it counts once.`;
const ONCE = `${UNCONFIRMED} Your text is safe. Look for a confirmation in your email before you send it again.`;
const STOPPED = 'You stopped it. Nothing was sent. What you wrote is still here.';
const OFFLINE = 'You are offline. It goes out by itself once you are back. Keep this page open.';

describe('sending, where an application that comes again counts once', () => {
  it('says that it is sent, that it is still tried, and that it has arrived', async () => {
    atOnce();
    const source = counting();
    source.replies.push(noAnswer(), failing('http', { status: 502 }));
    const form = await filled(source);
    const said = follow(form);
    await send(form);
    expect(source.submissions).to.have.length(3);
    expect(said).to.deep.equal(['Send application', 'Sending…', 'Still trying…', 'Receipt']);
  });

  it('tries four times, then says what it does not know, and tries on when told to', async () => {
    atOnce();
    const source = counting();
    source.replies.push(noAnswer(), noAnswer(), noAnswer(), noAnswer());
    const form = await filled(source);
    const before = contents(form);
    await send(form);
    expect(source.submissions).to.have.length(4);
    expect(alert(form)).to.equal(AGAIN);
    expect(contents(form)).to.deep.equal(before);
    await send(form);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
    expect(new Set(source.submissions.map(({ key }) => key)).size).to.equal(1);
    expect(source.submissions.map(({ attachments }) => attachments.length)).to.deep.equal(
      Array.from({ length: 5 }, () => 1),
    );
  });

  it('gives the same application at each try', async () => {
    atOnce();
    const source = counting();
    source.replies.push(noAnswer(), noAnswer());
    const form = await filled(source);
    await send(form);
    const [first, ...others] = source.submissions;
    for (const other of others) expect(other).to.deep.equal(first);
  });

  it('tells the page of one failure, not of each try', async () => {
    atOnce();
    const source = counting();
    source.replies.push(noAnswer(), noAnswer(), noAnswer(), noAnswer());
    const form = await filled(source);
    const heard: string[] = [];
    for (const type of ['foothold-application-submit', 'foothold-error'])
      form.addEventListener(type, () => heard.push(type));
    await send(form);
    expect(heard).to.deep.equal(['foothold-application-submit', 'foothold-error']);
  });

  it('waits as long as the API asks for', async () => {
    atOnce();
    const source = counting();
    source.replies.push(failing('http', { status: 429, retryAfter: 1 }));
    const form = await filled(source);
    const start = performance.now();
    await send(form);
    expect(performance.now() - start).to.be.at.least(990);
    expect(source.submissions).to.have.length(2);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('says how long to wait where the API asks for more patience than a person has', async () => {
    atOnce();
    const source = counting();
    source.replies.push(failing('http', { status: 503, retryAfter: 120 }));
    const form = await filled(source);
    await send(form);
    expect(source.submissions).to.have.length(1);
    expect(alert(form)).to.equal(
      'Too much is being sent at once. Nothing is lost. Try again in 2 minutes.',
    );
  });

  for (const [what, error] of Object.entries({
    'a refusal': failing('rejected', { status: 422 }),
    'a closed project': failing('rejected', { status: 409, code: 'closed' }),
    'a policy that forbids it': failing('blocked'),
    'a 403': failing('http', { status: 403 }),
    'a 404': failing('http', { status: 404 }),
  }))
    it(`takes ${what} for an answer`, async () => {
      atOnce();
      const source = counting();
      source.replies.push(error);
      const form = await filled(source);
      await send(form);
      expect(source.submissions).to.have.length(1);
    });
});

describe('sending, where an application that comes again may count twice', () => {
  for (const [what, error] of Object.entries({
    'no answer': noAnswer(),
    'no answer in time': failing('timeout'),
    'a 502': failing('http', { status: 502 }),
    'half a receipt': failing('malformed', { status: 201 }),
  }))
    it(`leaves it to the student after ${what}`, async () => {
      atOnce();
      const source = counting(false);
      source.replies.push(error);
      const form = await filled(source);
      const said = follow(form);
      await send(form);
      await aTimeout(20);
      expect(source.submissions).to.have.length(1);
      expect(alert(form)).to.equal(ONCE);
      expect(said).to.deep.equal(['Send application', 'Sending…', 'Send application']);
    });
});

describe('sending without a network', () => {
  for (const idempotent of [true, false])
    it(`waits for it, says so, and goes out by itself (${idempotent ? 'counts once' : 'may count twice'})`, async () => {
      const source = counting(idempotent);
      const form = await filled(source);
      const before = contents(form);
      offline();
      await begin(form);
      await waitUntil(() => allByRole(form, 'status').some((each) => textOf(each) === OFFLINE));
      expect(contents(form)).to.deep.equal(before);
      expect(source.submissions).to.deep.equal([]);
      backOnline();
      await settled(form);
      expect(source.submissions).to.have.length(1);
      expect(byRole(form, 'heading', 'Application sent')).to.exist;
    });

  it('that goes away on the way goes on once that is back', async () => {
    atOnce();
    const source = counting();
    const { reply, reject } = later();
    source.replies.push(reply);
    const form = await filled(source);
    await begin(form);
    offline();
    reject(failing('offline'));
    await waitUntil(() => allByRole(form, 'status').some((each) => textOf(each) === OFFLINE));
    backOnline();
    await settled(form);
    expect(source.submissions).to.have.length(2);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });
});

describe('"Stop"', () => {
  it('before anything has left says that nothing was sent', async () => {
    const source = counting();
    const form = await filled(source);
    form.addEventListener('foothold-application-submit', (event) => {
      event.waitUntil(new Promise(() => undefined));
    });
    await begin(form);
    await stop(form);
    expect(alert(form)).to.equal(STOPPED);
    expect(source.submissions).to.deep.equal([]);
  });

  it('while there is no network says that nothing was sent, and nothing goes out later', async () => {
    const source = counting();
    const form = await filled(source);
    offline();
    await begin(form);
    await stop(form);
    expect(alert(form)).to.equal(STOPPED);
    backOnline();
    await aTimeout(20);
    expect(source.submissions).to.deep.equal([]);
  });

  it('while a part of it is still here says that nothing was sent', async () => {
    const source = counting();
    const { apply } = source;
    source.apply = (id, submission, options) => {
      options?.onProgress?.(0.5);
      return apply(id, submission, options);
    };
    source.replies.push(later().reply);
    const form = await filled(source);
    await begin(form);
    await waitUntil(() => allByRole(form, 'progressbar').length === 1);
    await stop(form);
    expect(alert(form)).to.equal(STOPPED);
    expect(source.options[0]?.signal?.aborted).to.equal(true);
  });

  for (const [idempotent, words] of [
    [true, AGAIN],
    [false, ONCE],
  ] as const)
    it(`once all of it has left says that it may have arrived (${idempotent ? 'counts once' : 'may count twice'})`, async () => {
      const source = counting(idempotent);
      source.replies.push(later().reply);
      const form = await filled(source);
      await begin(form);
      await waitUntil(() => source.submissions.length === 1);
      await stop(form);
      expect(alert(form)).to.contain(words);
      expect(control(form, 'Full name').readOnly).to.equal(false);
    });

  it('between two tries ends them', async () => {
    slowly();
    const source = counting();
    source.replies.push(noAnswer());
    const form = await filled(source);
    await begin(form);
    await waitUntil(() => allByRole(form, 'button', 'Still trying…').length === 1);
    await stop(form);
    expect(alert(form)).to.contain(AGAIN);
    await aTimeout(600);
    expect(source.submissions).to.have.length(1);
  });

  it('leaves everything as it was, under the same key', async () => {
    const source = counting();
    source.replies.push(later().reply);
    const form = await filled(source);
    const before = contents(form);
    await begin(form);
    await waitUntil(() => source.submissions.length === 1);
    await stop(form);
    expect(contents(form)).to.deep.equal(before);
    await send(form);
    expect(source.submissions[1]?.key).to.equal(source.submissions[0]?.key);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('is there only while something is on its way', async () => {
    const form = await filled(counting());
    expect(allByRole(form, 'button', 'Stop')).to.deep.equal([]);
    await send(form);
    expect(allByRole(form, 'button', 'Stop')).to.deep.equal([]);
  });
});

describe('what the page does about it', () => {
  it('stops it by a promise that is not kept, and everything can be sent again', async () => {
    const source = counting();
    const form = await filled(source);
    form.addEventListener(
      'foothold-application-submit',
      (event) => {
        event.waitUntil(Promise.reject(new Error('no')));
      },
      { once: true },
    );
    const before = contents(form);
    await send(form);
    expect(alert(form)).to.equal(
      'This page stopped it. Nothing was sent. What you wrote is still here.',
    );
    expect(source.submissions).to.deep.equal([]);
    expect(contents(form)).to.deep.equal(before);
    await send(form);
    expect(source.submissions).to.have.length(1);
  });

  it('is said also after an attempt of which nobody knows whether it arrived', async () => {
    const source = counting(false);
    source.replies.push(noAnswer());
    const form = await filled(source);
    await send(form);
    form.addEventListener('foothold-application-submit', (event) => {
      event.waitUntil(Promise.reject(new Error('no')));
    });
    await send(form);
    expect(alert(form)).to.contain('This page stopped it.').and.to.contain(UNCONFIRMED);
    expect(alert(form)).not.to.contain('Nothing was sent.');
  });

  it('does not matter to a second click', async () => {
    atOnce();
    const source = counting();
    source.replies.push(noAnswer());
    const form = await filled(source);
    const asked: Event[] = [];
    form.addEventListener('foothold-application-submit', (event) => asked.push(event));
    const button = byRole(form, 'button', 'Send application');
    button.click();
    form.renderRoot.querySelector('form')!.requestSubmit();
    button.click();
    await settled(form);
    button.click();
    expect(asked).to.have.length(1);
    expect(source.submissions).to.have.length(2);
  });
});

describe('two forms for one project', () => {
  it('are one application: sent from both at once it goes out once', async () => {
    const source = counting();
    const { reply, resolve } = later();
    source.replies.push(reply);
    const one = await filled(source);
    const other = await formWith({ source });
    expect(contents(other)).to.deep.equal(contents(one));
    byRole(one, 'button', 'Send application').click();
    byRole(other, 'button', 'Send application').click();
    await waitUntil(() => source.submissions.length > 0);
    resolve(receipt);
    await settled(one);
    await settled(other);
    expect(source.submissions).to.have.length(1);
    for (const form of [one, other]) expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });
});

describe('a reply that comes from elsewhere than was asked', () => {
  it('is refused, and not asked for again', async () => {
    atOnce();
    const opened: string[] = [];
    class Redirected {
      readonly upload = {};
      status = 201;
      responseText = JSON.stringify(receipt);
      responseURL = 'https://elsewhere.example/receipt';
      onload: (() => void) | undefined;
      open = (_method: string, url: string) => opened.push(url);
      setRequestHeader = () => undefined;
      getAllResponseHeaders = () => '';
      abort = () => undefined;
      send = () => {
        setTimeout(() => this.onload?.());
      };
    }
    swap(window, 'XMLHttpRequest', Redirected);
    swap(window, 'fetch', () => Promise.resolve(Response.json(projectWith())));
    const source = new HttpSource({ url: 'https://api.example' });
    const form = await formWith({ source });
    await fillIn(form, false);
    const heard = oneEvent(form, 'foothold-error');
    await send(form);
    expect(opened).to.deep.equal(['https://api.example/projects/mkt-204/applications']);
    expect(await heard).to.include({ operation: 'apply', kind: 'malformed' });
    expect(textOf(form.renderRoot)).not.to.contain('FH-7Q2K-93');
    expect(alert(form)).to.contain(UNCONFIRMED);
  });
});

describe('leaving the page', () => {
  const asksFirst = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('is asked about at every stage but the ends', async () => {
    const source = counting(false);
    const { reply, reject } = later();
    source.replies.push(reply);
    const form = await formWith({ source });
    expect(asksFirst(), 'nothing is written').to.equal(false);
    await fillIn(form);
    expect(asksFirst(), 'something is').to.equal(true);
    await begin(form);
    expect(asksFirst(), 'it is on its way').to.equal(true);
    reject(noAnswer());
    await settled(form);
    expect(asksFirst(), 'nobody knows').to.equal(true);
    await send(form);
    expect(asksFirst(), 'it has arrived').to.equal(false);
  });

  it('is not asked about once everything is cleared', async () => {
    const form = await formWith({ source: counting() });
    await write(form, 'Full name', 'Amara');
    expect(asksFirst()).to.equal(true);
    for (const name of ['Clear form', 'Clear it']) {
      byRole(form, 'button', name).click();
      await form.updateComplete;
    }
    expect(asksFirst()).to.equal(false);
  });
});

describe('what tells a program from a person', () => {
  it('goes along, and never refuses anybody', async () => {
    const source = counting();
    const form = await filled(source);
    const trap = [...form.renderRoot.querySelectorAll('input')].find((each) =>
      each.closest('label')?.textContent.includes('Leave this empty'),
    )!;
    expect(trap.tabIndex).to.equal(-1);
    expect(allByRole(form, 'textbox', /Leave this empty/)).to.deep.equal([]);
    trap.value = 'filled in by a program';
    await send(form);
    expect(source.submissions[0]?.signals).to.deep.equal({ trapFilled: true, secondsOnForm: 0 });
    expect(JSON.stringify(source.submissions[0]?.application)).not.to.contain('by a program');
  });

  it('counts the seconds from the first touch', async () => {
    let now = Date.now();
    swap(Date, 'now', () => now);
    const source = counting();
    const form = await formWith({ source });
    now += 100_000;
    await fillIn(form);
    now += 61_400;
    await send(form);
    expect(source.submissions[0]?.signals?.secondsOnForm).to.equal(61);
  });
});

describe('an application on its way', () => {
  it('is told to the page also when its form was left meanwhile', async () => {
    const answer = later();
    const source = counting();
    source.replies.push(answer.reply);
    const form = await filled(source);
    await begin(form);
    const sent = oneEvent(document, 'foothold-application-sent');
    form.remove();
    answer.resolve(receipt);
    expect((await sent) as Event).to.include({ reference: receipt.reference });
  });

  it('is said to be tried again, also to those who do not see the button', async () => {
    slowly();
    const source = counting();
    source.replies.push(noAnswer());
    const form = await filled(source);
    byRole(form, 'button', /^Send application/).click();
    const said = () => allByRole(form, 'status').map(textOf);
    await waitUntil(() => said().includes('Still trying…'), 'it is said');
    await settled(form);
    expect(said()).not.to.include('Still trying…');
  });
});
