import { apiVersionOf, ResourceType } from '../resources/ResourceType';
import { Entry } from '../store/Entry';
import { KubeObject } from '../types';

/** An object in the version that is asked for: all versions of a kind share their fields, so only the name changes. */
export function inVersion(type: ResourceType, object: KubeObject): KubeObject {
  const apiVersion = apiVersionOf(type);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}

/** The JSON of an entry; cached where the stored version is the one that is asked for. */
export function entryJson(type: ResourceType, entry: Entry): string {
  if (entry.object.apiVersion === apiVersionOf(type)) return entry.json();
  return JSON.stringify(inVersion(type, entry.object));
}

/** The JSON of an item of a list: built-in kinds leave kind and version to the list. */
export function itemJson(type: ResourceType, entry: Entry): string {
  const json = entryJson(type, entry);
  if (type.custom) return json;
  const prefix = `{"kind":"${type.kind}","apiVersion":"${apiVersionOf(type)}",`;
  return json.startsWith(prefix) ? `{${json.slice(prefix.length)}` : json;
}
