/** What Foothold's templates must not hold, beyond what the published rules know. */

const withoutComments = (css) => css.replace(/\/\*[^]*?\*\//g, (text) => ' '.repeat(text.length));

const PHYSICAL =
  /(?<=^|[{;\s])((?:(?:min|max)-)?(?:width|height)|left|right|top|bottom|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?<=^|[{;\s])(?:text-align|float|clear)\s*:\s*(left|right)\b/g;

const checks = {
  css: [
    { pattern: PHYSICAL, message: 'Use a logical property: pages are read in both directions.' },
    {
      pattern: /\d(rem)\b/g,
      message: 'No rem: text follows --foothold-font-size, not the root element.',
    },
  ],
  html: [
    {
      pattern: /<style\b/g,
      message: 'No <style> in templates: a strict policy blocks it. Use static styles.',
    },
  ],
};

/** Reports each match inside the fixed parts of tagged templates. */
const templates = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      for (const { pattern, message } of checks[tag.name] ?? []) {
        for (const part of quasi.quasis) {
          const start = part.range[0] + 1;
          for (const match of withoutComments(part.value.raw).matchAll(pattern)) {
            const loc = context.sourceCode.getLocFromIndex(start + match.index);
            context.report({ loc, message });
          }
        }
      }
    },
  }),
};

export const foothold = { meta: { name: 'foothold' }, rules: { templates } };
