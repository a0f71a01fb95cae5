import { expect } from 'chai';
import {
  availabilityOf,
  deadlineOf,
  hasAmount,
  hourlyRate,
  payPer,
  totalPay,
} from '../../src/domain/project-rules.ts';
import type { Project } from '../../src/domain/project.ts';

const project = (more: Partial<Project> = {}): Project => ({
  id: '1',
  title: 'Study',
  employer: { name: 'Lakeside' },
  ...more,
});
const at = Date.parse;

describe('deadline of a project', () => {
  const chicago = { applyBy: '2026-12-05', timeZone: 'America/Chicago' };

  it('is the end of the day in the project’s zone, with the days left there', () => {
    expect(deadlineOf(chicago, at('2026-12-03T18:00:00Z'))).to.deep.equal({
      at: at('2026-12-06T05:59:59.999Z'),
      date: '2026-12-05',
      daysLeft: 2,
      past: false,
    });
    // Four in the morning in London, still the evening before in Chicago.
    expect(deadlineOf(chicago, at('2026-12-04T04:00:00Z'))?.daysLeft).to.equal(2);
  });

  it('is past a millisecond after the end, not before', () => {
    expect(deadlineOf(chicago, at('2026-12-06T05:59:59.999Z'))).to.include({
      past: false,
      daysLeft: 0,
    });
    const after = deadlineOf(chicago, at('2026-12-06T06:00:00Z'));
    expect(after).to.include({ past: true });
    expect(after).not.to.have.property('daysLeft');
  });

  it('has no countdown without a usable zone, and stays open until the day has ended everywhere', () => {
    for (const timeZone of [undefined, 'Mars/Olympus_Mons']) {
      const deadline = deadlineOf(
        { applyBy: '2026-12-05', ...(timeZone ? { timeZone } : {}) },
        at('2026-12-06T11:00:00Z'),
      );
      expect(deadline).to.deep.equal({
        at: at('2026-12-06T11:59:59.999Z'),
        date: '2026-12-05',
        past: false,
      });
    }
  });

  it('can be an instant, whose day is that of the zone, else as written', () => {
    const applyBy = '2026-12-06T05:00:00Z';
    const now = at('2026-12-01T12:00:00Z');
    expect(deadlineOf({ applyBy, timeZone: 'America/Chicago' }, now)).to.include({
      at: at(applyBy),
      date: '2026-12-05',
      daysLeft: 4,
    });
    expect(deadlineOf({ applyBy }, now)).to.deep.equal({
      at: at(applyBy),
      date: '2026-12-06',
      past: false,
    });
  });

  it('is unknown when it is not said or cannot be read', () => {
    expect(deadlineOf({}, 0)).to.equal(undefined);
    expect(deadlineOf({ applyBy: 'soon' }, 0)).to.equal(undefined);
  });
});

describe('availability of a project', () => {
  const now = at('2026-12-10T12:00:00Z');

  it('is open when nothing says otherwise', () => {
    expect(availabilityOf(project(), now)).to.equal('open');
    expect(availabilityOf(project({ status: 'open', applyBy: '2026-12-10' }), now)).to.equal(
      'open',
    );
  });

  it('is closed after the deadline', () => {
    expect(availabilityOf(project({ applyBy: '2026-12-01' }), now)).to.equal('closed');
  });

  it('is otherwise the source’s own word', () => {
    expect(availabilityOf(project({ status: 'filled', applyBy: '2026-12-01' }), now)).to.equal(
      'filled',
    );
    expect(availabilityOf(project({ status: 'under review' }), now)).to.equal('under review');
  });
});

describe('pay of a project', () => {
  const fixed = { kind: 'fixed', min: 400, max: 600, currency: 'USD' } as const;
  const hourly = { kind: 'hourly', min: 15, max: 20, currency: 'USD' } as const;

  it('can be shown with an amount and its currency, unless nothing is paid', () => {
    expect(hasAmount(fixed)).to.equal(true);
    expect(hasAmount({ kind: 'fixed', max: 5, currency: 'USD' })).to.equal(true);
    expect(hasAmount({ kind: 'fixed', min: 5 })).to.equal(false);
    expect(hasAmount({ kind: 'fixed', currency: 'USD' })).to.equal(false);
    expect(hasAmount({ ...fixed, kind: 'unpaid' })).to.equal(false);
    expect(hasAmount(undefined)).to.equal(false);
  });

  it('is for the project, or for the hour when it is hourly, unless said', () => {
    expect(payPer({ kind: 'stipend' })).to.equal('project');
    expect(payPer({ kind: 'hourly' })).to.equal('hour');
    expect(payPer({ kind: 'stipend', per: 'month' })).to.equal('month');
  });

  it('per hour goes from the least pay for most hours to the most pay for fewest', () => {
    expect(hourlyRate({ pay: fixed, hours: { min: 20, max: 40 } })).to.deep.equal({
      min: 10,
      max: 30,
    });
    expect(hourlyRate({ pay: { ...fixed, max: 400 }, hours: { max: 20 } })).to.deep.equal({
      min: 20,
      max: 20,
    });
  });

  it('per hour is unknown without both figures', () => {
    expect(hourlyRate({ pay: fixed })).to.equal(undefined);
    expect(hourlyRate({ hours: { min: 10 } })).to.equal(undefined);
    expect(hourlyRate({ pay: fixed, hours: {} })).to.equal(undefined);
    expect(hourlyRate({ pay: fixed, hours: { min: 0, max: 10 } })).to.equal(undefined);
    expect(hourlyRate({ pay: hourly, hours: { min: 10 } })).to.equal(undefined);
    expect(hourlyRate({ pay: { ...fixed, per: 'week' }, hours: { min: 10 } })).to.equal(undefined);
  });

  it('in total is known for hourly pay with known hours', () => {
    expect(totalPay({ pay: hourly, hours: { min: 10, max: 20 } })).to.deep.equal({
      min: 150,
      max: 400,
    });
    expect(totalPay({ pay: hourly })).to.equal(undefined);
    expect(totalPay({ pay: fixed, hours: { min: 10 } })).to.equal(undefined);
  });
});
