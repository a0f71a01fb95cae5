import { expect } from 'chai';
import { REDIRECTED } from '../../src/source/http-exchange.ts';
import type { Clock } from '../../src/source/retry.ts';
import {
  NOT_SENT,
  SourceError,
  type ErrorKind,
  type Problem,
} from '../../src/source/source-error.ts';
import { insist, type Stage } from '../../src/store/insistent.ts';
import { fakeClock, rejection, replace } from '../support/fake-network.ts';

const failing = (kind: ErrorKind, problem?: Problem) => new SourceError(kind, kind, problem);

/** Tries that meet the replies in order, then succeed. */
function trying(replies: readonly unknown[], options: Partial<Parameters<typeof insist>[1]> = {}) {
  const clock = fakeClock();
  const stages: Stage[] = [];
  const left = [...replies];
  let tries = 0;
  const outcome = insist(
    () => {
      tries++;
      const reply = left.shift();
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve('receipt');
    },
    {
      clock,
      signal: new AbortController().signal,
      repeatable: true,
      onStage: (stage) => stages.push(stage),
      ...options,
    },
  );
  return { outcome, clock, stages, tries: () => tries };
}

/** A page that is offline until it is told otherwise. */
function network() {
  const events = new EventTarget();
  const restores = [
    replace(navigator, 'onLine', true),
    replace(globalThis, 'addEventListener', events.addEventListener.bind(events)),
  ];
  const set = (isOn: boolean) => replace(navigator, 'onLine', isOn);
  return {
    off: () => set(false),
    on: () => {
      set(true);
      events.dispatchEvent(new Event('online'));
    },
    restore: () => {
      for (const restore of restores.reverse()) restore();
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('insist', () => {
  it('gives what the first try gives', async () => {
    const { outcome, stages, clock } = trying([]);
    expect(await outcome).to.equal('receipt');
    expect(stages).to.deep.equal(['first']);
    expect(clock.pauses).to.deep.equal([]);
  });

  it('tries four times, with pauses up to twice as long each time', async () => {
    const error = failing('network');
    const { outcome, clock, tries, stages } = trying([error, error, error, error]);
    expect(await rejection(outcome)).to.equal(error);
    expect(tries()).to.equal(4);
    expect(clock.pauses).to.deep.equal([250, 500, 1000]);
    expect(stages[0]).to.equal('first');
    expect(new Set(stages.slice(1))).to.deep.equal(new Set(['again']));
  });

  it('spreads pauses evenly over all of their time: who fails together does not come back together', async () => {
    let seed = 1;
    // The generator of Park and Miller: the same numbers each time.
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const runs = 3_400;
    const pauses: number[][] = [[], [], []];
    for (let run = 0; run < runs; run++) {
      const clock: Clock & { readonly pauses: number[] } = { ...fakeClock(), random };
      const error = failing('network');
      await rejection(trying([error, error, error, error], { clock }).outcome);
      clock.pauses.forEach((pause, index) => pauses[index]!.push(pause));
    }
    expect(pauses.flat().length).to.be.at.least(10_000);
    for (const [index, cap] of [500, 1_000, 2_000].entries()) {
      const of = pauses[index]!;
      expect(Math.min(...of)).to.be.at.least(0);
      expect(Math.max(...of)).to.be.below(cap);
      // Ten equal parts of the time hold a tenth of the pauses each (chi squared, 9 degrees, p = 0.001).
      const counts = Array.from({ length: 10 }, () => 0);
      for (const pause of of) counts[Math.floor((pause / cap) * 10)]!++;
      const expected = runs / 10;
      const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chi, counts.join()).to.be.below(27.88);
    }
  });

  const tried: Record<string, SourceError> = {
    'no answer': failing('network'),
    'no answer in time': failing('timeout'),
    'a network that went away': failing('offline'),
    'half a receipt': failing('malformed', { status: 201 }),
    408: failing('http', { status: 408 }),
    425: failing('http', { status: 425 }),
    429: failing('http', { status: 429 }),
    500: failing('http', { status: 500 }),
    502: failing('http', { status: 502 }),
    503: failing('http', { status: 503 }),
    504: failing('http', { status: 504 }),
  };
  for (const [what, error] of Object.entries(tried)) {
    it(`tries again after ${what}`, async () => {
      const { outcome, tries } = trying([error]);
      expect(await outcome).to.equal('receipt');
      expect(tries()).to.equal(2);
    });

    it(`does not after ${what} where that could count twice`, async () => {
      const { outcome, tries, clock } = trying([error], { repeatable: false });
      expect(await rejection(outcome)).to.equal(error);
      expect(tries()).to.equal(1);
      expect(clock.pauses).to.deep.equal([]);
    });
  }

  const answers: Record<string, SourceError> = {
    'a policy that forbids it': failing('blocked'),
    'a redirect': failing('malformed', { status: 201, code: REDIRECTED }),
    400: failing('http', { status: 400 }),
    401: failing('http', { status: 401 }),
    403: failing('http', { status: 403 }),
    404: failing('http', { status: 404 }),
    410: failing('http', { status: 410 }),
    409: failing('rejected', { status: 409 }),
    413: failing('rejected', { status: 413 }),
    422: failing('rejected', { status: 422 }),
    501: failing('http', { status: 501 }),
  };
  for (const [what, error] of Object.entries(answers))
    it(`takes ${what} for an answer`, async () => {
      const { outcome, tries } = trying([error]);
      expect(await rejection(outcome)).to.equal(error);
      expect(tries()).to.equal(1);
    });

  it('tries again what did not even leave, also where two would count', async () => {
    const error = failing('network', { code: NOT_SENT });
    const { outcome, tries } = trying([error, error], { repeatable: false });
    expect(await outcome).to.equal('receipt');
    expect(tries()).to.equal(3);
  });

  it('turns what a source of somebody else throws into an error of ours', async () => {
    const { outcome } = trying([new TypeError('oops')], { repeatable: false });
    expect(await rejection(outcome)).to.be.instanceOf(SourceError);
  });

  it('waits as long as it is asked to, and the pause of its own on top', async () => {
    const { outcome, clock } = trying([failing('http', { status: 429, retryAfter: 20 })]);
    expect(await outcome).to.equal('receipt');
    expect(clock.pauses).to.deep.equal([20_250]);
  });

  it('ends at once where it is asked to wait longer than it may', async () => {
    const error = failing('http', { status: 503, retryAfter: 90 });
    const { outcome, clock, tries } = trying([error]);
    expect(await rejection(outcome)).to.equal(error);
    expect(tries()).to.equal(1);
    expect(clock.pauses).to.deep.equal([]);
  });

  it('has 90 seconds for all its tries together', async () => {
    const error = failing('http', { status: 429, retryAfter: 40 });
    const { outcome, tries } = trying([error, error, error]);
    expect(await rejection(outcome)).to.equal(error);
    expect(tries(), 'the third would begin after 81 seconds').to.equal(3);
  });

  it('counts the time that a try takes', async () => {
    const clock = fakeClock();
    const error = failing('timeout');
    let tries = 0;
    const outcome = insist(
      async () => {
        tries++;
        await clock.sleep(60_000);
        throw error;
      },
      { clock, signal: new AbortController().signal, repeatable: true, onStage: () => undefined },
    );
    expect(await rejection(outcome)).to.equal(error);
    expect(tries).to.equal(2);
  });

  it('ends with AbortError when it is stopped in a pause or in a try', async () => {
    const controller = new AbortController();
    const clock: Clock = {
      ...fakeClock(),
      sleep: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    };
    const { signal } = controller;
    const inPause = trying([failing('network')], { clock, signal });
    await settle();
    controller.abort();
    expect(await rejection(inPause.outcome)).to.have.property('name', 'AbortError');
    expect(inPause.tries()).to.equal(1);

    const inTry = trying([failing('network')], { signal });
    expect(await rejection(inTry.outcome)).to.have.property('name', 'AbortError');
  });

  describe('without a network', () => {
    let net: ReturnType<typeof network>;
    beforeEach(() => {
      net = network();
    });
    afterEach(() => {
      net.restore();
    });

    for (const repeatable of [true, false])
      it(`waits for it before the first try (${repeatable ? 'counts once' : 'may count twice'})`, async () => {
        net.off();
        const { outcome, stages, tries } = trying([], { repeatable });
        await settle();
        expect(stages).to.deep.equal(['offline']);
        expect(tries()).to.equal(0);
        net.on();
        expect(await outcome).to.equal('receipt');
        expect(stages).to.deep.equal(['offline', 'first']);
      });

    it('waits for it after a failure, and begins to count anew', async () => {
      const error = failing('offline');
      let attempts = 0;
      const clock = fakeClock();
      const stages: Stage[] = [];
      const outcome = insist(
        () => {
          attempts++;
          if (attempts === 1) net.off();
          return attempts < 4 ? Promise.reject(error) : Promise.resolve('receipt');
        },
        {
          clock,
          signal: new AbortController().signal,
          repeatable: true,
          onStage: (stage) => stages.push(stage),
        },
      );
      await settle();
      expect(stages).to.deep.equal(['first', 'offline']);
      net.on();
      expect(await outcome).to.equal('receipt');
      expect(attempts).to.equal(4);
      expect(stages[2]).to.equal('again');
    });

    it('does not count the time in which it waits', async () => {
      const clock = fakeClock();
      net.off();
      const error = failing('http', { status: 429, retryAfter: 60 });
      const { outcome, tries } = trying([error], { clock });
      await settle();
      await clock.sleep(3_600_000);
      net.on();
      expect(await outcome).to.equal('receipt');
      expect(tries()).to.equal(2);
    });

    it('leaves it to the student after a failure where two would count', async () => {
      const error = failing('offline');
      const outcome = insist(
        () => {
          net.off();
          return Promise.reject(error);
        },
        {
          clock: fakeClock(),
          signal: new AbortController().signal,
          repeatable: false,
          onStage: () => undefined,
        },
      );
      expect(await rejection(outcome)).to.equal(error);
    });

    it('can be stopped, also when it was stopped before it began', async () => {
      net.off();
      const controller = new AbortController();
      const waiting = trying([], { signal: controller.signal });
      await settle();
      controller.abort();
      expect(await rejection(waiting.outcome)).to.have.property('name', 'AbortError');
      const late = trying([], { signal: controller.signal });
      expect(await rejection(late.outcome)).to.have.property('name', 'AbortError');
      net.on();
      await settle();
      expect(waiting.tries() + late.tries()).to.equal(0);
    });
  });
});
