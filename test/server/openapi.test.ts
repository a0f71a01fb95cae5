import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import { documentFile, openApi } from './support/contract.ts';

type Json = Record<string, unknown>;

/** Every property of every schema, with its path. */
function* properties(schema: Json, path: string): Generator<[string, Json]> {
  for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Json)) {
    yield [`${path}.${name}`, property as Json];
    yield* properties(property as Json, `${path}.${name}`);
  }
  for (const key of ['items', 'additionalProperties'])
    if (typeof schema[key] === 'object') yield* properties(schema[key] as Json, `${path}[]`);
}

describe('openapi.yaml', () => {
  const components = openApi['components'] as { schemas: Record<string, Json> };

  it('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(fileURLToPath(documentFile));
    expect(errors).to.equal(undefined);
    expect(valid).to.equal(true);
  });

  it('describes every schema and every property', () => {
    for (const [name, schema] of Object.entries(components.schemas)) {
      expect(schema['description'], name).to.be.a('string');
      for (const [path, property] of properties(schema, name))
        expect('$ref' in property || 'description' in property, path).to.equal(true);
    }
  });

  it('lets every operation say when to come again', () => {
    const paths = Object.values(openApi['paths'] as Record<string, Record<string, Json>>);
    const operations = paths.flatMap((path) => Object.values(path));
    expect(operations.length).to.be.greaterThan(5);
    for (const { operationId, responses } of operations)
      expect((responses as Json)['503'], String(operationId)).to.deep.equal({
        $ref: '#/components/responses/Unavailable',
      });
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(openApi).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(references.length).to.be.greaterThan(100);
    for (const [, path = ''] of references) {
      const target = path.split('/').reduce<unknown>((at, key) => (at as Json)[key], openApi);
      expect(target, path).to.be.an('object');
    }
  });
});
