// Misconception: A variable that is there has a value.
// file: src/config/read-config.ts
//#region solution 3.9 every setting, or every fault
for (const [name, { schema, byDefault }] of Object.entries(settings)) {
  const text = environment[name] ?? byDefault;
  const result = schema.safeParse(text);
  if (result.success) config[name] = result.data;
  else faults.push(`${name}: ${result.error.issues[0].message}, found ${JSON.stringify(text)}`);
}
if (faults.length > 0) throw new ConfigError(faults.join("\n"));
//#endregion
