import type { FormSection, SectionKind } from '../../domain/form-sections.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Localizer } from '../../i18n/localizer.ts';

const titles: Readonly<Record<Exclude<SectionKind, 'own'>, MessageKey>> = {
  you: 'you',
  proposal: 'proposal',
  resume: 'resume',
  resumeAndQuestions: 'resumeAndQuestions',
  questions: 'yourQuestions',
};

/** The heading of a section: ours, or the listing's own. */
export function sectionTitle({ t }: Localizer, { kind, name, part }: FormSection): string {
  const title = name ?? t(titles[kind as keyof typeof titles]);
  return part ? t('partOf', { title, n: part[0], of: part[1] }) : title;
}
