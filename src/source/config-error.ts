/** A config that cannot be used. Its message is for the developer and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
