import { expect } from 'chai';
import { guessFormat } from '../../../src/source/formats/parse.ts';

describe('the format of a reply', () => {
  it('is guessed from its address', () => {
    for (const [url, format] of [
      ['listings.csv', 'csv'],
      ['/files/Listings.CSV?v=2#top', 'csv'],
      ['https://a.example/jobs.tsv', 'csv'],
      ['https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?gid=0&single=true&output=csv', 'csv'],
      ['https://docs.google.com/spreadsheets/d/x/export?format=csv', 'csv'],
      ['https://docs.google.com/spreadsheets/d/x/gviz/tq?tqx=out:csv&sheet=Jobs', 'csv'],
      ['https://docs.google.com/spreadsheets/d/x/gviz/tq?tqx=version%3A0.6%3Bout%3Acsv', 'csv'],
      ['https://docs.google.com/spreadsheets/d/x/gviz/tq?sheet=Jobs', 'gviz'],
      ['https://a.example/jobs.rss', 'xml'],
      ['https://a.example/jobs.xml?language=en', 'xml'],
      ['https://a.example/jobs.atom', 'xml'],
      ['https://a.example/jobs/feed/', 'xml'],
      ['https://a.example/feed?x=1', 'xml'],
      ['https://a.example/?feed=job_feed', 'xml'],
      ['https://a.example/feed.json', 'json'],
      ['https://a.example/job.jsonld', 'json-ld'],
      ['https://a.example/jobs', undefined],
      ['https://a.example/csv/jobs', undefined],
      ['https://a.example/feedback', undefined],
      ['https://csv.example/jobs.csv.html', undefined],
    ] as const)
      expect(guessFormat(url), url).to.equal(format);
  });

  it('is guessed from its text where that tells', () => {
    for (const [text, format] of [
      ['/*O_o*/\ngoogle.visualization.Query.setResponse({"version":"0.6"', 'gviz'],
      ['\uFEFF {"items": []}', 'json'],
      ['[]', 'json'],
      [")]}'\n{}", 'json'],
      ['<?xml version="1.0"?><rss>', 'xml'],
      ['<jobs>', 'xml'],
      ['<!doctype html><script type="application/ld+json">', 'json-ld'],
      ['<html><body>', undefined],
      ['title,pay\n', undefined],
    ] as const)
      expect(guessFormat('https://a.example/jobs', text), text).to.equal(format);
    expect(guessFormat('https://a.example/feed', '{"version": "https://jsonfeed.org/"}')).to.equal(
      'json',
    );
    expect(guessFormat('listings.csv', 'title,pay\n')).to.equal('csv');
  });
});
