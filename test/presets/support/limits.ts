/** What many systems have in common where they fall short of the native API. */

/** What listings with pay, place and dates can be asked. */
export const factFilters = [
  'q',
  'category',
  'industry',
  'skill',
  'workMode',
  'location',
  'payMin',
  'currency',
  'hoursMax',
  'durationDaysMax',
  'applyByFrom',
  'applyByTo',
] as const;

/** It orders as it likes, and nothing can be sent to it. */
export const ownOrder = {
  featuredFirst: false,
  ties: false,
  unknownLast: false,
  applications: false,
  reports: false,
} as const;
