/** Speaks to a server under test, and holds every answer of its API against the contract. */
import type { Project } from '../../../src/domain/project.ts';
import type { ProjectPage } from '../../../demo/server/projects/projects-repository.ts';
import { checkAgainstContract } from './contract.ts';

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface ProblemBody {
  readonly status: number;
  readonly code?: string;
  readonly parameter?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly receipt?: { readonly id: string };
}

export class Client {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** `path` begins behind `/api`. */
  async send<Body = unknown>(path: string, init: RequestInit = {}): Promise<Reply<Body>> {
    const response = await fetch(`${this.url}/api${path}`, { redirect: 'error', ...init });
    const { status, headers } = response;
    const text = await response.text();
    const method = init.method ?? 'GET';
    if (method === 'GET' || method === 'POST') {
      const [plain = ''] = path.split('?');
      checkAgainstContract({ method, path: plain, status, headers, text });
    }
    const isJson = /json/.test(headers.get('content-type') ?? '') && text !== '';
    return { status, headers, text, body: (isJson ? JSON.parse(text) : undefined) as Body };
  }

  /** One page; `query` is written as it stands. */
  async list(query = ''): Promise<ProjectPage> {
    const { status, body, text } = await this.send<ProjectPage>(`/projects?${query}`);
    if (status !== 200) throw new Error(`${status} for ${query}: ${text}`);
    return body;
  }

  async ids(query: string): Promise<string[]> {
    return (await this.list(`limit=100&${query}`)).items.map((item) => item.id);
  }

  async read(id: string): Promise<Project> {
    return (await this.send<Project>(`/projects/${encodeURIComponent(id)}`)).body;
  }

  async refusal(path: string, init?: RequestInit): Promise<ProblemBody> {
    return (await this.send<ProblemBody>(path, init)).body;
  }
}
