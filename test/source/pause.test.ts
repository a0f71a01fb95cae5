import { expect } from 'chai';
import { inSlices, takePause, type Work } from '../../src/source/pause.ts';

describe('long work', () => {
  it('pauses for the page after a few milliseconds', async () => {
    const start = performance.now();
    let pause = takePause();
    while (!pause && performance.now() - start < 1_000) pause = takePause();
    expect(performance.now() - start).to.be.below(100);
    await pause;
    expect(takePause()).to.equal(undefined);
  });

  it('goes on after each pause until it is done', async () => {
    function* work(): Work<string> {
      const start = performance.now();
      while (performance.now() - start < 50) yield;
      isDone = true;
      return 'done';
    }
    let isDone = false;
    const working = inSlices(work());
    expect(isDone).to.equal(false);
    expect(await working).to.equal('done');
  });

  it('fails as its work does', async () => {
    function* work(): Work<never> {
      yield;
      throw new TypeError('no word');
    }
    const outcome = await Promise.allSettled([inSlices(work())]);
    expect(outcome[0]).to.have.property('reason').that.is.instanceOf(TypeError);
  });
});
