/** What the list of sessions calls this device, as far as the browser says: a model or a system, and where it runs. */
export function deviceName(agent: string): string {
  const model = /Android [\d.]+; ([^;)]+?)(?: Build|[;)])/.exec(agent)?.[1];
  const known = [/iPhone/, /iPad/, /HarmonyOS/, /Android/, /Windows/, /Macintosh/, /Linux/];
  const system = known.map((one) => one.exec(agent)?.[0]).find((one) => one !== undefined);
  const where = /MicroMessenger/.test(agent) ? ' · WeChat' : '';
  const name = model === undefined || model === 'K' ? (system ?? 'Web') : model;
  return `${name.slice(0, 60)}${where}`;
}
