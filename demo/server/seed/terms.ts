/** What is paid, who may apply and how: the terms that vary from listing to listing. */
import type {
  ApplicationTerms,
  Classification,
  Eligibility,
  Pay,
  Policies,
  Range,
} from '../../../src/domain/project.ts';
import { makeQuestions } from './question-pool.ts';
import type { Random } from './random.ts';
import type { Category, ProjectTemplate } from './template.ts';

const CLASS_YEARS = ['freshman', 'sophomore', 'junior', 'senior', 'graduate'];

export const makeHours = (random: Random, days: number): Range => {
  const longest = days <= 10 ? 20 : 40;
  const max = random.pick([10, 15, 20, 25, 30, 35, 40].filter((hours) => hours <= longest));
  return { min: Math.max(10, max - random.pick([0, 5, 5, 10])), max };
};

const round = (amount: number, step: number) => Math.round(amount / step) * step;

/** Most projects pay one sum; the rest show every other way of paying, and of not saying. */
export function makePay(random: Random, hours: Range, currency: string): Pay | undefined {
  const rate = random.between(15, 32);
  const chance = random.next();
  const sum = round((hours.max ?? 20) * rate, 25);
  if (chance < 0.6) {
    const schedule = random.chance(0.75) ? 'on_completion' : 'milestones';
    return { kind: 'fixed', min: sum, max: sum, currency, per: 'project', schedule };
  }
  if (chance < 0.68)
    return {
      kind: 'fixed',
      min: round(sum * 0.8, 25),
      max: sum,
      currency,
      per: 'project',
      estimated: true,
    };
  if (chance < 0.84)
    return { kind: 'hourly', min: rate, max: rate + random.pick([0, 3, 5]), currency, per: 'hour' };
  if (chance < 0.93)
    return {
      kind: 'stipend',
      min: round(sum * 0.7, 50),
      max: round(sum * 0.7, 50),
      currency,
      per: 'project',
    };
  if (chance < 0.96) return { kind: 'unpaid' };
  return chance < 0.98
    ? { kind: 'unknown', display: 'Agreed with the student before the start' }
    : undefined;
}

export function makeClassification(
  random: Random,
  pay: Pay | undefined,
): Classification | undefined {
  if (pay === undefined) return undefined;
  if (pay.kind === 'unpaid') return random.pick(['volunteer', 'course_credit']);
  return pay.kind === 'hourly' && random.chance(0.4) ? 'employee' : 'contractor';
}

export function makeEligibility(random: Random, category: Category): Eligibility | undefined {
  if (random.chance(0.15)) return undefined;
  const first = random.between(0, 3);
  const classYears = random.chance(0.45)
    ? CLASS_YEARS.slice(first, first + random.between(2, 3))
    : [];
  const majors = random.chance(0.3) ? random.sample(category.majors, 2) : [];
  const authorization = random.next();
  return {
    classYears,
    majors,
    ...(authorization < 0.5 && { workAuthorization: 'required' as const }),
    ...(authorization > 0.75 && { workAuthorization: 'not_required' as const }),
    ...(random.chance(0.2) && {
      notes: 'Students who return to college after a break are especially welcome.',
    }),
  };
}

const IP_TERMS = [
  'You keep the right to show the work in your portfolio; the employer may use it freely.',
  'The work belongs to the employer once it is paid. You may name the project on your resume.',
  'Results are published under CC BY 4.0 with your name, if you wish.',
];

export function makePolicies(random: Random): Policies | undefined {
  if (random.chance(0.2)) return undefined;
  return {
    ip: random.pick(IP_TERMS),
    aiUse: random.pick(['allowed', 'limited', 'limited', 'prohibited']),
    ...(random.chance(0.25) && {
      confidentiality: 'Customer names and figures stay inside the project.',
    }),
  };
}

const proposalLimits = [
  { minWords: 50, maxWords: 300 },
  { minWords: 80, maxWords: 400 },
  { maxWords: 250 },
  { minWords: 40, maxWords: 200 },
];

export function makeApplication(
  random: Random,
  template: ProjectTemplate,
  prompts: readonly string[],
  domain: string,
  id: string,
): ApplicationTerms {
  const way = random.next();
  const estimatedMinutes = random.pick([10, 15, 15, 20, 25]);
  if (way < 0.05)
    return { mode: 'redirect', url: `https://careers.${domain}/projects/${id}`, estimatedMinutes };
  if (way < 0.09) return { mode: 'email', email: `projects@${domain}`, estimatedMinutes };
  const visual = template.skills.some((skill) => /design|illustration|video|layout/.test(skill));
  return {
    mode: 'post',
    estimatedMinutes,
    requires: {
      resume: random.pick(['required', 'required', 'optional', 'optional', 'none']),
      proposal: 'required',
    },
    proposal: { ...random.pick(proposalLimits), prompts },
    questions: makeQuestions(random, visual),
    upload: { maxBytes: 5_242_880, accept: ['.pdf', '.docx', '.doc', '.odt', '.rtf', '.txt'] },
  };
}
