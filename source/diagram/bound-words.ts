/** The words by which languages other than English bound a number of turns, as data. A language is an entry here. */

export interface BoundWords {
	/** In English. */
	readonly language: string;
	/** Whether blanks part words. */
	readonly spaced: boolean;
	/** Patterns, their forms parted by `|`: what stands before a number that is the most, and behind what it counts. */
	readonly limit: string;
	readonly behind: string;
	/** What is counted. */
	readonly turns: string;
	/** What makes a rate of it, as in `3 mal pro Minute`. */
	readonly rate: string;
}

export const boundWords: readonly BoundWords[] = [
	{
		language: 'German',
		spaced: true,
		limit: String.raw`höchstens|maximal|max\.?|bis zu|nicht (?:mehr|öfter|häufiger) als`,
		behind: String.raw`höchstens|maximal|max\.?`,
		turns:
			'mal|versuchen?|wiederholung(?:en)?|durchläufen?|durchgängen?|durchgang|durchlauf|runden?|anläufen?|iterationen|schleifen|zyklen|wellen?',
		rate: 'pro |je ',
	},
	{
		language: 'French',
		spaced: true,
		limit: String.raw`au (?:plus|maximum)|maximum(?: de)?|max\.?|jusqu['’]à|pas plus de`,
		behind: String.raw`au (?:plus|maximum)|maximum|max\.?`,
		turns:
			'fois|tentatives?|essais?|tours?|itérations?|répétitions?|passages?|reprises?|boucles?|cycles?|vagues?',
		rate: 'par (?:seconde|minute|heure|jour|semaine|mois)',
	},
	{
		language: 'Spanish',
		spaced: true,
		limit: String.raw`como máximo|máximo(?: de)?|a lo sumo|max\.?|hasta|no más de`,
		behind: String.raw`como máximo|máximo|a lo sumo|max\.?`,
		turns:
			'vez|veces|(?:re)?intentos?|vueltas?|rondas?|iteración|iteraciones|repetición|repeticiones|ciclos?|oleadas?',
		rate: '(?:por|al?|cada|a la) (?:segundo|minuto|hora|día|semana|mes)',
	},
	{
		language: 'Italian',
		spaced: true,
		limit: String.raw`al massimo|massimo|max\.?|fino a|non più di`,
		behind: String.raw`al massimo|massimo|max\.?`,
		turns: 'volta|volte|tentativ[oi]|gir[oi]|iterazion[ei]|ripetizion[ei]|cicl[oi]|passat[ae]|ondat[ae]',
		rate: "(?:per|al|alla|all['’]|ogni) ?(?:secondo|minuto|ora|giorno|settimana|mese)",
	},
	{
		language: 'Portuguese',
		spaced: true,
		limit: String.raw`no máximo|máximo(?: de)?|max\.?|até|não mais(?: do)? que`,
		behind: String.raw`no máximo|máximo|max\.?`,
		turns: 'vez|vezes|tentativas?|voltas?|rodadas?|iteração|iterações|repetição|repetições|ciclos?|ondas?',
		rate: '(?:por|ao|à|a cada) (?:segundo|minuto|hora|dia|semana|mês)',
	},
	{
		language: 'Japanese',
		spaced: false,
		limit: '最大|最多|最高|上限',
		behind: 'まで|以内|以下|を上限|が上限',
		turns: '回|周|巡|サイクル|ラウンド',
		rate: '毎|間に|[秒分日週月]に|あたり|当たり|につき|ごと',
	},
	{
		language: 'Chinese',
		spaced: false,
		limit: '最多|至多|不超过|不超過|上限',
		behind: '以内|以內|以下|为限|為限',
		turns: '次|遍|轮|輪|回',
		rate: '每',
	},
];
