/**
 * The listings that every source is asked about in the contract suite: few enough to know by heart, with
 * each property known in some and unknown in others. Dates are relative to `now`.
 */
import { addDays } from '../../src/domain/dates.ts';
import type { Project } from '../../src/domain/project.ts';

/** What can be applied to. */
export const OPEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The projects by the names by which the suite calls them. */
export function contractProjects(now: number): Project[] {
  const day = (days: number) => addDays(new Date(now).toISOString().slice(0, 10), days);
  const posted = (days: number) => `${day(-days)}T10:00:00Z`;
  const chicago = { display: 'Chicago, IL', city: 'Chicago', region: 'IL', country: 'US' };
  const boston = { display: 'Boston, MA', city: 'Boston', region: 'MA', country: 'US' };
  return [
    {
      id: 'a',
      title: 'Pricing study for a café',
      summary: 'Compare what five competitors ask for breakfast.',
      employer: { name: 'Lakeside Analytics', verified: true },
      category: 'Marketing',
      industry: 'Retail',
      skills: ['excel', 'research'],
      workMode: 'remote',
      locations: [chicago],
      pay: { kind: 'fixed', min: 400, max: 450, currency: 'USD' },
      hours: { min: 20, max: 30 },
      durationDays: { min: 14, max: 21 },
      applyBy: day(10),
      timeZone: 'America/Chicago',
      postedAt: posted(1),
      eligibility: { classYears: ['junior', 'senior'], workAuthorization: 'required' },
      featured: true,
      deliverables: [{ title: 'Table of prices', dueOn: day(30) }],
      reportable: true,
    },
    {
      id: 'b',
      title: 'Figma screens for a clinic',
      employer: { name: 'Hilltop Works' },
      category: 'Design',
      industry: 'Retail',
      skills: ['figma'],
      workMode: 'hybrid',
      locations: [chicago, boston],
      pay: { kind: 'hourly', min: 20, max: 25, currency: 'USD' },
      hours: { min: 10, max: 20 },
      durationDays: { max: 7 },
      applyBy: day(3),
      timeZone: 'America/New_York',
      postedAt: posted(3),
      eligibility: { workAuthorization: 'not_required' },
    },
    {
      id: 'c',
      title: 'Dashboard of waiting times',
      summary: 'Sketch it in Figma first.',
      employer: { name: 'Harbor Health' },
      category: 'Data',
      industry: 'Health',
      skills: ['excel', 'sql'],
      workMode: 'onsite',
      locations: [boston],
      pay: { kind: 'stipend', min: 300, max: 300, currency: 'EUR' },
      hours: { min: 40 },
      durationDays: { min: 28 },
      applyBy: day(20),
      postedAt: posted(2),
      featured: true,
    },
    {
      id: 'd',
      title: 'Newsletter for volunteers',
      employer: { name: 'Harbor Health' },
      category: 'Marketing',
      industry: 'Health',
      skills: ['writing'],
      workMode: 'remote',
      pay: { kind: 'unpaid' },
      hours: { max: 5 },
      applyBy: day(5),
      timeZone: 'UTC',
      postedAt: posted(10),
      eligibility: { classYears: ['junior'] },
    },
    { id: 'e', title: 'Whatever there is to do', employer: { name: 'Somebody' } },
    {
      id: 'f',
      title: 'Poster series',
      employer: { name: 'Hilltop Works' },
      category: 'Design',
      workMode: 'unknown',
      pay: { kind: 'fixed', min: 900, max: 900, currency: 'USD', per: 'month' },
      hours: { min: 30, max: 30 },
      postedAt: posted(5),
      eligibility: { classYears: ['freshman'] },
    },
    {
      id: 'g',
      title: 'Tutoring of beginners',
      employer: { name: 'Somebody' },
      pay: { kind: 'hourly', min: 30, max: 30, currency: 'USD' },
    },
    {
      id: 'h',
      title: 'Translation overnight',
      employer: { name: 'Somebody' },
      // In Los Angeles this is still the evening before.
      applyBy: `${day(8)}T05:00:00Z`,
      timeZone: 'America/Los_Angeles',
    },
    { id: 'closed', title: 'Closed', employer: { name: 'Somebody' }, status: 'closed' },
    { id: 'filled', title: 'Filled', employer: { name: 'Somebody' }, status: 'filled' },
    { id: 'paused', title: 'Paused', employer: { name: 'Somebody' }, status: 'paused' },
    { id: 'past', title: 'Past', employer: { name: 'Somebody' }, applyBy: day(-3) },
  ];
}

/** Days from `now`, as text, for the filters that take dates. */
export const dayFrom = (now: number, days: number): string =>
  addDays(new Date(now).toISOString().slice(0, 10), days);
