import { LakeFs } from '../LakeFs';
import { LakeFsError } from '../model/LakeFsError';
import { Repository } from '../model/Repository';
import { findObject, listObjects } from '../operations/objects';
import { Action, ActionFault, checkNames, parseAction } from './Action';
import { multipleErrors } from './multipleErrors';

const FOLDER = '_lakefs_actions/';
/** The real server remembers files for 5 to 7.5 s. */
const REMEMBERED_MS = 6_000;

interface Remembered {
  until: number;
  files: readonly ActionFile[];
}

interface ActionFile {
  path: string;
  text: string;
}

/** Reads the action files of a ref, and remembers them by its name for some seconds, however it moves meanwhile. */
export class ActionSource {
  private readonly lakeFs: LakeFs;
  private readonly remembered = new Map<string, Remembered>();

  constructor(lakeFs: LakeFs) {
    this.lakeFs = lakeFs;
  }

  /** @throws LakeFsError 404 for a ref that does not exist; 500 when one of the files is broken */
  actions(repository: Repository, ref: string): Action[] {
    const faults: string[] = [];
    const actions = this.files(repository, ref).flatMap(({ path, text }) => {
      try {
        return [parseAction(text)];
      } catch (error) {
        if (!(error instanceof ActionFault)) throw error;
        faults.push(`parsing file ${path}: ${error.message}`);
        return [];
      }
    });
    if (faults.length > 0) throw new LakeFsError(500, multipleErrors(faults));
    try {
      checkNames(actions);
    } catch (error) {
      throw new LakeFsError(500, (error as Error).message);
    }
    return actions;
  }

  private files(repository: Repository, ref: string): readonly ActionFile[] {
    const now = this.lakeFs.clock.now();
    for (const [key, { until }] of this.remembered) {
      if (until <= now) this.remembered.delete(key);
    }
    const key = `${repository.info.id}:${ref}`;
    const known = this.remembered.get(key);
    if (known) return known.files;
    const files = this.read(repository, ref);
    this.remembered.set(key, { until: now + REMEMBERED_MS, files });
    return files;
  }

  private read(repository: Repository, ref: string): ActionFile[] {
    const options = { prefix: FOLDER, delimiter: '/', after: '' };
    try {
      return [...listObjects(repository, ref, options)].flatMap(
        ({ path, leaf }) =>
          leaf ? [{ path, text: this.text(repository, ref, path) }] : [],
      );
    } catch (error) {
      throw error instanceof LakeFsError
        ? error.within('list actions from commit: listing actions')
        : error;
    }
  }

  private text(repository: Repository, ref: string, path: string): string {
    const entry = findObject(repository, ref, path)!;
    const bytes = this.lakeFs.blobs.get(entry.physicalAddress);
    return Buffer.from(bytes ?? []).toString('utf8');
  }
}
