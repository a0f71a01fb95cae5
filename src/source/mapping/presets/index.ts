/** Known APIs: each a definition that a config adds an address to, and changes where it has to. */
import type { SourceDefinition } from '../definition.ts';
import adzuna from './adzuna.json' with { type: 'json' };
import airtable from './airtable.json' with { type: 'json' };
import algolia from './algolia.json' with { type: 'json' };
import arbeitnow from './arbeitnow.json' with { type: 'json' };
import ashby from './ashby.json' with { type: 'json' };
import bamboohr from './bamboohr.json' with { type: 'json' };
import csv from './csv.json' with { type: 'json' };
import directus from './directus.json' with { type: 'json' };
import drupal from './drupal.json' with { type: 'json' };
import elasticsearch from './elasticsearch.json' with { type: 'json' };
import googleSheets from './google-sheets.json' with { type: 'json' };
import greenhouse from './greenhouse.json' with { type: 'json' };
import json from './json.json' with { type: 'json' };
import jsonFeed from './json-feed.json' with { type: 'json' };
import jsonLd from './json-ld.json' with { type: 'json' };
import jsonServer from './json-server.json' with { type: 'json' };
import lever from './lever.json' with { type: 'json' };
import meilisearch from './meilisearch.json' with { type: 'json' };
import personio from './personio.json' with { type: 'json' };
import postgrest from './postgrest.json' with { type: 'json' };
import recruitee from './recruitee.json' with { type: 'json' };
import remotive from './remotive.json' with { type: 'json' };
import rss from './rss.json' with { type: 'json' };
import smartRecruiters from './smartrecruiters.json' with { type: 'json' };
import strapi from './strapi.json' with { type: 'json' };
import strapi4 from './strapi-4.json' with { type: 'json' };
import supabase from './supabase.json' with { type: 'json' };
import teamtailor from './teamtailor.json' with { type: 'json' };
import teamtailorApi from './teamtailor-api.json' with { type: 'json' };
import theMuse from './themuse.json' with { type: 'json' };
import typesense from './typesense.json' with { type: 'json' };
import usaJobs from './usajobs.json' with { type: 'json' };
import wordpress from './wordpress.json' with { type: 'json' };
import workable from './workable.json' with { type: 'json' };

export const presets: ReadonlyMap<string, SourceDefinition> = new Map(
  Object.entries({
    adzuna,
    airtable,
    algolia,
    arbeitnow,
    ashby,
    bamboohr,
    csv,
    directus,
    drupal,
    elasticsearch,
    'google-sheets': googleSheets,
    greenhouse,
    json,
    'json-feed': jsonFeed,
    'json-ld': jsonLd,
    'json-server': jsonServer,
    lever,
    meilisearch,
    personio,
    postgrest,
    recruitee,
    remotive,
    rss,
    smartrecruiters: smartRecruiters,
    strapi,
    'strapi-4': strapi4,
    supabase,
    teamtailor,
    'teamtailor-api': teamtailorApi,
    themuse: theMuse,
    typesense,
    usajobs: usaJobs,
    wordpress,
    workable,
  }) as [string, SourceDefinition][],
);
