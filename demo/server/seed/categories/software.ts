import type { Category } from '../template.ts';

export const software: Category = {
  name: 'Software and web',
  prefix: 'web',
  majors: ['Computer Science', 'Information Systems', 'Software Engineering'],
  templates: [
    {
      title: 'Accessibility fixes for {subject}',
      subjects: {
        'a museum ticket page': 'arts',
        'a club membership portal': 'sports',
        'a radio station’s player': 'media',
        'a town meeting calendar': 'government',
      },
      summary: 'Fix fifteen known accessibility problems in {subject}, with a test for each.',
      context:
        'An audit of {subject} found labels, contrast and keyboard traps. The code of {employer} is small and tidy; what is missing is time.',
      tasks: [
        'Reproduce each problem with keyboard and screen reader',
        'Fix them in small pull requests',
        'Add an automated check where one is possible',
        'Write what could not be fixed and why',
      ],
      deliverables: [
        ['Merged pull requests', 'One for each group of problems'],
        ['Automated checks', 'Run in the existing pipeline'],
        ['Statement', 'Draft accessibility statement'],
      ],
      skills: ['HTML', 'CSS', 'JavaScript'],
      gained: ['accessibility', 'code review'],
      ownTools: ['Git', 'VS Code'],
      lentTools: ['Staging server'],
      outcomes: ['Use a screen reader to test', 'Land changes in somebody else’s code'],
      prompts: ['Tell us about a bug you fixed in code you did not write.'],
    },
    {
      title: 'Small import tool for {subject}',
      subjects: {
        'bank statements in three formats': 'finance',
        'race results from timing gear': 'sports',
        'supplier price lists': 'retail',
      },
      summary:
        'Write a command-line importer for {subject} that says clearly what it could not read.',
      context:
        '{employer} types {subject} in by hand. The formats are known and sample files exist; errors must be reported line by line.',
      tasks: [
        'Describe the formats from samples',
        'Write the importer with tests for each oddity',
        'Report errors with file and line',
        'Document installation and use',
      ],
      deliverables: [
        ['Importer', 'Source, tests and sample files'],
        ['User guide', 'Two pages for an office colleague'],
      ],
      skills: ['Python', 'testing', 'data cleaning'],
      gained: ['error handling', 'technical documentation'],
      ownTools: ['Git', 'Python 3.11 or later'],
      outcomes: ['Handle bad input kindly', 'Test against real files'],
      prompts: ['What makes an error message good? Give an example.'],
    },
    {
      title: 'Prototype: {subject}',
      subjects: {
        'a tool library reservation page': 'nonprofit',
        'a ride board for away games': 'sports',
        'a garden watering rota': 'technology',
      },
      summary: 'Build a working web prototype of {subject} that ten people can try for a week.',
      context:
        'Before spending real money, {employer} wants to learn from a prototype of {subject}. It may be thrown away; what we learn may not.',
      tasks: [
        'Turn our notes into five user stories',
        'Build the smallest thing that serves them',
        'Put it online for ten testers',
        'Collect and sort what they say',
      ],
      deliverables: [
        ['Running prototype', 'Deployed, with source'],
        ['Learning report', 'What testers did, and what to build or drop'],
      ],
      skills: ['JavaScript', 'web development', 'prototyping'],
      gained: ['product thinking', 'user feedback'],
      ownTools: ['Git', 'Node.js'],
      outcomes: ['Build to learn', 'Cut scope with a reason'],
      prompts: ['Which feature would you leave out of this prototype first?'],
    },
    {
      title: 'Speed audit of {subject}',
      subjects: {
        'an online bookshop': 'retail',
        'a clinic booking site': 'health',
        'a lodge reservation page': 'hospitality',
      },
      summary: 'Measure {subject} on a slow phone, find the five biggest costs and fix two.',
      context:
        'Most visitors of {employer} come by phone, often on poor networks. {subject} takes nine seconds on ours.',
      tasks: [
        'Measure in the lab and from field data',
        'Rank causes by effect and effort',
        'Fix two and measure again',
        'Write the next steps for our developer',
      ],
      deliverables: [
        ['Audit', 'Five findings with evidence'],
        ['Two fixes', 'Merged, with figures before and after'],
      ],
      skills: ['web performance', 'JavaScript', 'HTML'],
      gained: ['performance measurement', 'prioritization'],
      ownTools: ['Chrome DevTools', 'Git'],
      outcomes: ['Measure before optimizing', 'Prove an improvement'],
      prompts: ['Measure any page on a slow connection. What surprised you?'],
    },
    {
      title: 'Automated tests for {subject}',
      subjects: {
        'a league scheduling engine': 'technology',
        'a payment reminder service': 'finance',
        'an irrigation controller’s API': 'technology',
      },
      summary: 'Raise confidence in {subject} with a test suite that runs in under two minutes.',
      context:
        'Releases at {employer} happen on Fridays, with crossed fingers. {subject} has 4,000 lines of code and eleven tests.',
      tasks: [
        'Read the code and list the riskiest paths',
        'Write tests from the outside in',
        'Report bugs found on the way',
        'Add the suite to the pipeline',
      ],
      deliverables: [
        ['Test suite', 'At least forty meaningful tests'],
        ['Risk list', 'What is still untested, and why'],
        ['Bug reports', 'Reproducible'],
      ],
      skills: ['testing', 'TypeScript', 'debugging'],
      gained: ['test design', 'continuous integration'],
      ownTools: ['Git', 'Node.js'],
      lentTools: ['Private repository'],
      outcomes: ['Choose what to test', 'Report a bug so that it gets fixed'],
      prompts: ['What is the most useful test you have written?'],
    },
    {
      title: 'Documentation sprint for {subject}',
      subjects: {
        'an open-source sensor kit': 'technology',
        'a bookkeeping export format': 'technology',
        'a public transit feed': 'government',
      },
      summary: 'Write a quick start, four how-to guides and a reference for {subject}.',
      context:
        'Developers ask {employer} the same six questions about {subject}. The answers exist in emails and in one person’s head.',
      tasks: [
        'Follow the present instructions on a clean computer and note every stumble',
        'Interview the maintainer',
        'Write and test the guides',
        'Set up a check for broken examples',
      ],
      deliverables: [
        ['Quick start', 'Works in ten minutes on a clean computer'],
        ['Four guides', 'Each answers one real question'],
        ['Checked examples', 'Run automatically'],
      ],
      skills: ['technical writing', 'Git', 'API design'],
      gained: ['developer documentation', 'interviewing experts'],
      ownTools: ['Markdown', 'Git'],
      outcomes: ['Write for a reader in a hurry', 'Keep examples true'],
      prompts: ['Which documentation do you admire? Link it and say why.'],
    },
  ],
};
