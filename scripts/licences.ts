/** Makes build/bundle/licences.txt: the licences of the packages whose code the bundle holds. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {groupBy} from '../source/group.js';

/** A package of which the bundle holds code. */
export interface Licensed {
	readonly name: string;
	readonly version: string;
	/** SPDX expression. */
	readonly licence: string;
	/** Empty where the package brings none. */
	readonly text: string;
}

/** The packages whose code bundle.js put into the bundle, by name. */
export function packages(): Licensed[] {
	const folders: string[] = JSON.parse(readFileSync('build/bundled.json', 'utf8'));
	return folders.map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
		return {
			name,
			version,
			licence: license,
			text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
		};
	});
}

/** Their licences, one after another; packages with the very same text share it. */
export function licences(): string {
	const alike = groupBy(packages(), ({text}) => text.replace(/\s+/g, ' '));
	const parts = Array.from(alike.values(), group => {
		const names = group.map(({name, version, licence}) => `${name} ${version} (${licence})\n`);
		return `${names.join('')}\n${group[0]?.text}\n`;
	});
	return `The programs in this folder hold code of these packages.\n\n${parts.join(`\n${'-'.repeat(70)}\n\n`)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeFileSync('build/bundle/licences.txt', licences());
