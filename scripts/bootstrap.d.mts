interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly devOptional?: boolean
}

export interface LockFile {
  readonly packages?: Readonly<Record<string, LockedPackage>>
}

export function bootstrap(script: string): Promise<void>
export function isNodeNewEnough(version: string): boolean
export function isInstalled(lock: LockFile, installed: LockFile): boolean
