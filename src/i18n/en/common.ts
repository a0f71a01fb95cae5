import type { Message } from '../message.ts';

/** Facts of a project, and states that every element shares. */
export const common = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On site',

  pay: 'Pay',
  time: 'Time',
  where: 'Where',
  applyBy: 'Apply by',
  hours: 'Hours',

  payNotStated: 'Pay not stated',
  payEstimated: '{pay} (estimated)',
  unpaid: 'Unpaid',
  stipend: '{pay} stipend',
  perHour: '{pay} an hour',
  perWeek: '{pay} a week',
  perMonth: '{pay} a month',
  inAll: '{pay} in all',

  hoursCount: { one: '{n} hour', other: '{n} hours' },
  hoursRange: '{range} hours',
  daysCount: { one: '{n} day', other: '{n} days' },
  daysRange: '{range} days',
  weeksCount: { one: '{n} week', other: '{n} weeks' },
  weeksRange: '{range} weeks',

  noDate: 'No date stated',
  today: 'Today',
  tomorrow: 'Tomorrow',
  daysLeft: { one: '{n} day left', other: '{n} days left' },

  featured: 'Featured',
  verified: 'Verified employer',
  newTab: 'opens in a new tab',
  tryAgain: 'Try again',
  meanwhile: 'Meanwhile:',
  retryIn: { one: 'Trying by itself in {n} second', other: 'Trying by itself in {n} seconds' },
  retryInMinutes: {
    one: 'Trying by itself in {n} minute',
    other: 'Trying by itself in {n} minutes',
  },

  errorOffline: 'You are offline. This page goes on once you are back.',
  errorTimeout: 'The listings service did not answer in time.',
  errorNetwork: 'The listings service could not be reached.',
  errorHttp: 'The listings service answered with an error. This is not your connection.',
  errorMalformed:
    'The listings service sent something that cannot be read. This is not your connection.',
  errorBlocked: 'This page does not allow the listings service to be reached.',
} as const satisfies Record<string, Message>;
