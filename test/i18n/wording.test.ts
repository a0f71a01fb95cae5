import { expect } from 'chai';
import { en } from '../../src/i18n/en/index.ts';
import type { MessageKey } from '../../src/i18n/en/index.ts';
import { Localizer } from '../../src/i18n/localizer.ts';

/** What scripts and tests of schools find elements by. Changing one of these is a breaking change. */
const lasting: Partial<Record<MessageKey, string>> = {
  searchLabel: 'Search projects',
  filterWorkMode: 'Work mode',
  filterCategory: 'Category',
  pay: 'Pay',
  hours: 'Hours',
  filterDuration: 'Duration',
  filterSkills: 'Skills',
  filterIndustry: 'Industry',
  applyBy: 'Apply by',
  filterLocation: 'Location',
  filterClassYear: 'Class year',
  filterWorkAuthorization: 'Work authorization',
  sortBy: 'Sort by',
  noMatch: 'No projects match',
  noProjects: 'No projects yet',
  clearFilters: 'Clear filters',
  showMore: 'Show more projects',
  tryAgain: 'Try again',
  backToProjects: 'Back to projects',
  apply: 'Apply',
  applyFor: 'Apply for {title}',
  aboutProject: 'About the project',
  deliverables: 'Deliverables',
  milestones: 'Milestones',
  tools: 'Tools',
  eligibility: 'Eligibility',
  aboutEmployer: 'About {employer}',
  closed: 'Applications are closed',
  gone: 'This project is no longer available',
  notSetUp: 'Applications are not set up on this page yet',
  fullName: 'Full name',
  email: 'Email',
  proposal: 'Your proposal',
  resume: 'Resume',
  send: 'Send application',
  sending: 'Sending…',
  problem: 'There is a problem',
  sent: 'Application sent',
  reference: 'Reference',
  finish: 'Finish and clear',
};

describe('English wording that does not change', () => {
  for (const [key, words] of Object.entries(lasting)) {
    it(words, () => {
      expect(en[key as MessageKey]).to.equal(words);
    });
  }

  it('of numbers of projects', () => {
    const { t } = new Localizer();
    expect(t('projectsCount', { n: 1 })).to.equal('1 project');
    expect(t('projectsCount', { n: 1200 })).to.equal('1,200 projects');
    expect(t('moreThan', { n: 20 })).to.equal('More than 20 projects');
  });

  it('of what begins with it', () => {
    expect(en.consentText).to.match(/^I agree/);
    for (const key of ['offline', 'errorOffline'] as const)
      expect(en[key]).to.match(/^You are offline/);
  });
});
