/**
 * What people call the fields of a project, by letters and digits alone; the likeliest name first. The second text has
 * names that other things have, too.
 */
export const spellings: Readonly<Record<string, readonly [sure: string, unsure?: string]>> = {
  id: [
    'id uuid guid objectid documentid jobid projectid postingid positionid listingid internshipid opportunityid ' +
      'requisitionid reqid shortcode slug identifier referenceid',
    'ref reference refnumber referencenumber requisitionnumber code key number no nr',
  ],
  title: [
    'title jobtitle projecttitle positiontitle postingtitle internshiptitle opportunitytitle roletitle jobname ' +
      'jobopeningname projectname positionname opportunityname',
    'name headline position role job project opportunity internship subject text label topic',
  ],
  'employer.name': [
    'employername employer companyname company organizationname organization organisationname organisation ' +
      'hiringorganizationname hiringorganization hiringcompany businessname business clientname client',
    'firm partnername partner hostorganization host sponsor agency institution subcompany brand provider publisher owner',
  ],
  'employer.url': [
    'employerurl employerwebsite companyurl companywebsite companylink companysite organizationurl ' +
      'organizationwebsite organisationwebsite hiringorganizationsameas',
    'website homepage',
  ],
  'employer.logoUrl': [
    'employerlogourl employerlogo companylogourl companylogo organizationlogo hiringorganizationlogo logourl logo',
  ],
  'employer.about': [
    'aboutemployer aboutcompany aboutorganization companydescription employerdescription aboutus',
  ],
  url: [
    'url link joburl listingurl postingurl projecturl hostedurl absoluteurl pageurl weburl permalink canonicalurl ' +
      'detailurl detailsurl publicurl careersurl externalurl',
    'externalpath redirecturl landingpage shorturl href',
  ],
  summary: [
    'summary shortsummary excerpt shortdescription teaser abstract intro introduction snippet tagline blurb',
    'overview brief',
  ],
  descriptionHtml: [
    'descriptionhtml description jobdescription projectdescription positiondescription fulldescription ' +
      'longdescription contenthtml contentencoded content contents body bodyhtml descriptionplain',
    'details html',
  ],
  tasks: ['tasks responsibilities duties', 'activities'],
  deliverables: ['deliverables deliverable', 'outputs'],
  hours: [
    'hours totalhours estimatedhours hoursestimate expectedhours hoursofwork efforthours hourstotal',
    'effort',
  ],
  durationDays: [
    'duration durationdays durationweeks durationinweeks durationmonths projectlength projectduration',
    'weeks numberofweeks timeframe days',
  ],
  pay: [
    'pay compensation salary stipend payment payrate wage remuneration hourlyrate salaryrange salarytext payamount ' +
      'basesalary compensationsummary',
    'fee budget amount reward rate price',
  ],
  'pay.min': [
    'paymin minpay salarymin minsalary minimumsalary salaryfrom salaryrangemin compensationmin payfrom',
  ],
  'pay.max': [
    'paymax maxpay salarymax maxsalary maximumsalary salaryto salaryrangemax compensationmax payto',
  ],
  'pay.currency': [
    'paycurrency currency currencycode salarycurrency salaryrangecurrency compensationcurrency',
  ],
  'pay.per': [
    'payper payinterval payperiod salaryinterval salaryperiod salaryrangeinterval compensationinterval',
  ],
  applyBy: [
    'applyby applicationdeadline deadline closes closingdate closedate closingon closesat closeson applicationcloses ' +
      'applicationclosedate applicationduedate duedate validthrough applybefore applyuntil',
    'dueon due expires expiresat expireson expirationdate expirydate expiry lastday lastdate',
  ],
  timeZone: ['timezone tz'],
  startsOn: [
    'startson startdate projectstart jobstartdate expectedstartdate',
    'starts startsat start begins begindate',
  ],
  endsOn: ['endson enddate projectend', 'ends endsat end finishdate'],
  postedAt: [
    'postedat posted postedon posteddate dateposted postdate postingdate publishedat published publishedon ' +
      'publishdate publicationdate publicationstartdate datepublished pubdate firstpublished releaseddate createdat ' +
      'created createdon createddate datecreated creationdate createdtime',
    'date timestamp updatedat updated modified',
  ],
  workMode: [
    'workmode workplacetype remotetype workarrangement remote isremote telecommute remoteok',
    'workplace locationtype',
  ],
  locations: [
    'locations location place places joblocation joblocationaddress positionlocation positionlocationdisplay ' +
      'locationname city alllocations fulllocation',
    'office offices where candidaterequiredlocation region address area site',
  ],
  category: [
    'category categories projecttype jobcategory department departmentname departmentlabel departments',
    'team function jobfunction field discipline track type',
  ],
  industry: ['industry industries', 'sector vertical'],
  skills: [
    'skills requiredskills skillsrequired skill techstack',
    'technologies competencies tags keywords',
  ],
  skillsGained: ['skillsgained skillslearned skillsdeveloped'],
  tools: ['tools software'],
  learningOutcomes: ['learningoutcomes learninggoals learningobjectives', 'outcomes'],
  'eligibility.classYears': [
    'classyears classyear yearsinschool schoolyear studentlevel',
    'gradelevel',
  ],
  'eligibility.majors': ['majors major fieldofstudy fieldsofstudy'],
  'eligibility.notes': ['eligibility requirements qualifications'],
  openings: [
    'openings numberofopenings vacancies openpositions positionsavailable',
    'spots seats slots positions',
  ],
  status: ['status jobstatus projectstatus'],
  featured: ['featured isfeatured', 'highlighted sticky pinned'],
  language: ['language lang languagecode', 'locale'],
  'application.url': [
    'applyurl applicationurl applylink applicationlink careersapplyurl howtoapplyurl applyhref applyuri',
    'applicationform',
  ],
  'application.email': ['applyemail applicationemail applyto', 'contactemail email howtoapply'],
};
