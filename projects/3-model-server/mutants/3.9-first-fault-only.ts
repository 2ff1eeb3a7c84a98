// Misconception: One fault at a time is easier to read.
// file: src/config/read-config.ts
//#region solution 3.9 every setting, or every fault
for (const [name, { schema, byDefault }] of Object.entries(settings)) {
  const text = environment[name] || byDefault;
  const result = schema.safeParse(text);
  if (!result.success) {
    throw new ConfigError(
      `${name}: ${result.error.issues[0].message}, found ${JSON.stringify(text)}`,
    );
  }
  config[name] = result.data;
}
if (faults.length > 0) throw new ConfigError(faults.join("\n"));
//#endregion
