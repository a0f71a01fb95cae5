import type { Location } from '../../../src/domain/project.ts';

export interface Place extends Location {
  readonly country: string;
  readonly timeZone: string;
  readonly currency: string;
}

const us = (city: string, region: string, timeZone: string): Place => ({
  display: `${city}, ${region}`,
  city,
  region,
  country: 'US',
  timeZone,
  currency: 'USD',
});

const countries = {
  CA: 'Canada',
  DE: 'Germany',
  GB: 'United Kingdom',
  IE: 'Ireland',
  PT: 'Portugal',
} as const;

const abroad = (
  city: string,
  country: keyof typeof countries,
  currency: string,
  timeZone: string,
): Place => ({
  display: `${city}, ${countries[country]}`,
  city,
  country,
  timeZone,
  currency,
});

export const places = {
  chicago: us('Chicago', 'IL', 'America/Chicago'),
  milwaukee: us('Milwaukee', 'WI', 'America/Chicago'),
  minneapolis: us('Minneapolis', 'MN', 'America/Chicago'),
  austin: us('Austin', 'TX', 'America/Chicago'),
  newOrleans: us('New Orleans', 'LA', 'America/Chicago'),
  boston: us('Boston', 'MA', 'America/New_York'),
  newYork: us('New York', 'NY', 'America/New_York'),
  philadelphia: us('Philadelphia', 'PA', 'America/New_York'),
  pittsburgh: us('Pittsburgh', 'PA', 'America/New_York'),
  atlanta: us('Atlanta', 'GA', 'America/New_York'),
  detroit: us('Detroit', 'MI', 'America/Detroit'),
  denver: us('Denver', 'CO', 'America/Denver'),
  saltLake: us('Salt Lake City', 'UT', 'America/Denver'),
  phoenix: us('Phoenix', 'AZ', 'America/Phoenix'),
  portland: us('Portland', 'OR', 'America/Los_Angeles'),
  seattle: us('Seattle', 'WA', 'America/Los_Angeles'),
  oakland: us('Oakland', 'CA', 'America/Los_Angeles'),
  honolulu: us('Honolulu', 'HI', 'Pacific/Honolulu'),
  toronto: abroad('Toronto', 'CA', 'CAD', 'America/Toronto'),
  vancouver: abroad('Vancouver', 'CA', 'CAD', 'America/Vancouver'),
  leeds: abroad('Leeds', 'GB', 'GBP', 'Europe/London'),
  bristol: abroad('Bristol', 'GB', 'GBP', 'Europe/London'),
  dublin: abroad('Dublin', 'IE', 'EUR', 'Europe/Dublin'),
  lisbon: abroad('Lisbon', 'PT', 'EUR', 'Europe/Lisbon'),
  leipzig: abroad('Leipzig', 'DE', 'EUR', 'Europe/Berlin'),
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;
