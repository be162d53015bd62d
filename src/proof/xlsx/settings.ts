// What is set in a file beside what its cells hold, each by a name for people: `열 B 너비` is `36`. The model and the file are compared by these.

/** By name; what is there twice says so. */
export class Settings {
  readonly #values = new Map<string, string>();

  set(name: string, value: string | number): void {
    const before = this.#values.get(name);
    this.#values.set(name, before === undefined ? String(value) : `${before}, 다시 ${value}`);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** What is otherwise than in `wanted`, missing or too much. */
  differences(
    wanted: Settings,
  ): readonly { name: string; is: string | undefined; should: string | undefined }[] {
    return [...new Set([...wanted.#values.keys(), ...this.#values.keys()])].flatMap((name) => {
      const [is, should] = [this.get(name), wanted.get(name)];
      return is === should ? [] : [{ name, is, should }];
    });
  }
}
