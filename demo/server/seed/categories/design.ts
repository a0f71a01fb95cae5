import type { Category } from '../template.ts';

export const design: Category = {
  name: 'Design',
  prefix: 'dsn',
  majors: ['Graphic Design', 'Interaction Design', 'Fine Arts'],
  templates: [
    {
      title: 'Icon set for {subject}',
      subjects: {
        'a trail map': 'government',
        'a medicine reminder app': 'health',
        'a food pantry finder': 'nonprofit',
        'a soil sensor dashboard': 'technology',
      },
      summary: 'Draw 24 matching icons for {subject}, legible at 16 pixels and in one color.',
      context:
        '{employer} has collected icons from five sources over the years, and it shows. We want one family for {subject} that our developer can recolor.',
      tasks: [
        'Audit the icons in use and agree on the list',
        'Define grid, stroke and corner rules',
        'Draw, test in small sizes and in high contrast',
        'Export and document',
      ],
      deliverables: [
        ['24 icons', 'SVG, one color, named and optimized'],
        ['One-page guide', 'Grid, rules, do and don’t'],
      ],
      skills: ['vector illustration', 'visual design', 'attention to detail'],
      gained: ['icon design', 'design documentation'],
      ownTools: ['Figma or Illustrator'],
      outcomes: [
        'Work inside tight constraints',
        'Deliver assets a developer can use without questions',
      ],
      prompts: ['Link one small drawing of yours and say what you removed from it.'],
    },
    {
      title: 'Accessible redesign of {subject}',
      subjects: {
        'a clinic appointment form': 'health',
        'a library program calendar': 'education',
        'a volunteer sign-up page': 'nonprofit',
      },
      summary: 'Rethink {subject} so that it works with a keyboard, a phone and large text.',
      context:
        'People call because they cannot finish {subject} online. {employer} has a list of 14 problems from an audit and a developer ready to build what you draw.',
      tasks: [
        'Walk through the audit and try each problem yourself',
        'Sketch two alternatives for each screen',
        'Make a clickable prototype',
        'Test with four people and revise',
      ],
      deliverables: [
        ['Clickable prototype', 'Phone and desktop sizes'],
        ['Annotations', 'Focus order, names and error texts for the developer'],
        ['Test notes', 'What four people did, and what you changed'],
      ],
      skills: ['interaction design', 'prototyping', 'usability testing'],
      gained: ['accessibility', 'design handover'],
      ownTools: ['Figma'],
      outcomes: ['Design for people who do not use a mouse', 'Explain a design in writing'],
      prompts: ['Name a form that treated you badly. What would you change first?'],
    },
    {
      title: 'Poster and program design for {subject}',
      subjects: {
        'a season of new plays': 'arts',
        'a harbor music weekend': 'arts',
        'a junior regatta': 'sports',
      },
      summary:
        'One visual idea for {subject}, carried through a poster, a folded program and three social images.',
      context:
        '{employer} prints 400 posters and 1,200 programs for {subject}. Last year’s were made in an afternoon and nobody could read the dates.',
      tasks: [
        'Collect texts, logos and print specifications',
        'Present three rough ideas',
        'Develop one into all formats',
        'Prepare and check the files with the printer',
      ],
      deliverables: [
        ['Poster A2', 'Print-ready PDF with bleed'],
        ['Folded program', 'Eight panels, print-ready'],
        ['Three social images', 'With alternative text'],
      ],
      skills: ['layout', 'typography', 'print production'],
      gained: ['working with a printer', 'visual identity'],
      ownTools: ['InDesign or Affinity Publisher'],
      outcomes: ['Carry one idea through several formats', 'Hand over files that print first time'],
      prompts: ['Which poster made you stop lately, and what did it leave out?'],
    },
    {
      title: 'Packaging label refresh: {subject}',
      subjects: {
        'freezer broths': 'food',
        'cold brew kegs': 'food',
        'cider in three strengths': 'farming',
      },
      summary:
        'New front and back labels for {subject} that meet the rules and fit our label printer.',
      context:
        'Our labels grew line by line. {employer} now needs room for allergens, origin and a refund mark on {subject}, and still wants to look like itself.',
      tasks: [
        'List what the law and the retailer demand',
        'Draw two layout systems',
        'Apply the chosen one to five products',
        'Print, stick, photograph and correct',
      ],
      deliverables: [
        ['Label system', 'Editable file with styles'],
        ['Five finished labels', 'Checked on real packages'],
      ],
      skills: ['packaging design', 'typography', 'layout'],
      gained: ['label regulations', 'design systems'],
      ownTools: ['Illustrator'],
      lentTools: ['Label printer and samples (by post)'],
      outcomes: ['Design within legal text', 'Test a design on the real object'],
      prompts: ['Photograph a label you like and tell us why in three sentences.'],
    },
    {
      title: 'Illustrations for {subject}',
      subjects: {
        'a guide to first apartments': 'property',
        'a children’s science bus': 'education',
        'a field guide to shoreline plants': 'nonprofit',
      },
      summary: 'Ten spot illustrations for {subject} in one friendly hand.',
      context:
        'The text of {subject} is finished and tested with readers. What {employer} lacks is pictures that explain rather than decorate.',
      tasks: [
        'Read the text and propose ten moments',
        'Deliver pencil sketches for comment',
        'Draw final art in two colors',
        'Write alternative texts',
      ],
      deliverables: [
        ['Ten illustrations', 'Vector or 600 dpi, two colors'],
        ['Alternative texts', 'One sentence each'],
      ],
      skills: ['illustration', 'visual storytelling'],
      gained: ['editorial illustration', 'working from a brief'],
      ownTools: ['Any drawing tool'],
      outcomes: ['Explain with a picture', 'Take comments at the sketch stage'],
      prompts: ['Show two drawings in the style you would use here.'],
    },
    {
      title: 'Slide template and charts for {subject}',
      subjects: {
        'grant reports': 'nonprofit',
        'a board of directors': 'finance',
        'parent evenings': 'education',
      },
      summary: 'A calm slide template with twelve layouts and six chart styles for {subject}.',
      context:
        'Every presentation at {employer} starts from an old one. For {subject} we want a template that is quick, readable from the last row and safe for color-blind readers.',
      tasks: [
        'Review six recent presentations',
        'Define type, color and spacing',
        'Build layouts and chart styles',
        'Rebuild one presentation as a model',
      ],
      deliverables: [
        ['Slide template', 'Twelve layouts, real placeholders'],
        ['Model presentation', 'One of ours, rebuilt'],
        ['Quick guide', 'Two pages'],
      ],
      skills: ['presentation design', 'data visualization', 'typography'],
      gained: ['template building', 'color accessibility'],
      ownTools: ['PowerPoint or Google Slides'],
      outcomes: ['Build a tool that others use without help', 'Choose a chart for a message'],
      prompts: ['What is the worst slide habit, and how does a template prevent it?'],
    },
  ],
};
