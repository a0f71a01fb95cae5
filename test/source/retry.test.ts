import { expect } from 'chai';
import { systemClock } from '../../src/source/retry.ts';
import { isAbort } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';

describe('a pause of the system’s clock', () => {
  const { clearTimeout: clear } = globalThis;
  afterEach(() => {
    globalThis.clearTimeout = clear;
  });

  it('leaves no timer behind when it is aborted, which would keep a process alive', async () => {
    const cleared: unknown[] = [];
    globalThis.clearTimeout = ((timer?: number) => {
      cleared.push(timer);
      clear(timer);
    }) as typeof clearTimeout;
    const controller = new AbortController();
    const pause = rejection(systemClock.sleep(60_000, controller.signal));
    controller.abort();
    expect(isAbort(await pause)).to.equal(true);
    expect(cleared).to.have.length(1);
  });
});
