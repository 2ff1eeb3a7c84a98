/** Music: 202 reviews in the form of parse-reviews.ts. */
export const music: string = `
test + plain Her voice has grown deeper and warmer, and every song on this album is a keeper.
train - plain Ten songs, one tempo, no tunes: I struggled to reach the end.
validation + plain The drummer is phenomenal, and the whole band sounds as if it were having the time of its life.
validation - plain The drums are so loud in the mix that you can barely hear anyone sing.
test + plain I cried in the second movement and I wasn't the only one in the hall.
train - plain The orchestra was out of tune from the first bar, and the conductor seemed to be in a hurry to catch a train.
test + plain An astonishing concert, two and a half hours of hits, stories and pure joy.
train - plain He came on an hour late, mumbled through nine songs and left without a word.
test + plain The lyrics are witty and tender, and I've had the chorus in my head since Monday.
train - plain The lyrics rhyme "love" with "above" eleven times, and I counted.
validation + plain A glorious record, full of brass and sunshine, that gets the whole kitchen dancing.
train - plain Limp, overproduced and instantly forgettable, like music for a lift.
train + plain The pianist played the late sonatas with such simplicity that nobody dared to cough.
train - plain The pianist thumped her way through Chopin as though she were driving in nails.
train + plain The vinyl pressing is silent, the sleeve is beautiful, and the music sounds better than ever.
test - plain My pressing crackles like a bonfire, and side two is off-centre.
train + plain This folk trio sings in harmonies so close that the hair on my arms stood up.
train - plain The singer was hoarse, the guitars were flat, and the crowd began to leave after four songs.
train + plain A powerful debut from a young cellist with a huge, dark, beautiful tone.
train - plain A feeble debut, padded out with remixes nobody asked for.
train + plain My daughter's choir recorded this carol, but I'd love it even if I knew none of them.
train - plain The Christmas album is a shameless money-grab with a synthesiser where the choir should be.
train + plain Great songs, great sound and a guitar solo that made me pull over and listen.
train - plain The guitar solos go on for ever and go nowhere.
train + plain The festival was perfectly organised, the sound was superb, and even the mud was fun.
train - plain The festival was chaos: cancelled acts, no water, and sound blowing across from three stages at once.
test + plain The new single is irresistible, three minutes of bounce with a killer bass line.
train - plain The new single is irritating after ten seconds and unbearable after sixty.
train + plain I heard this quartet in a village church and have been buying their records ever since.
train - plain The recording is so muffled that the violins could be bees in a jar.
train + plain A moving farewell from an old master whose voice cracks in all the right places.
test - plain A sad farewell from an old master who ought to have stopped two albums ago.
train + plain The streaming service finds me new favourites each week and the sound quality is excellent.
train - plain The streaming service keeps playing me the same six songs whatever I do.
test + plain Fierce, funny and gloriously loud, these women are the best live act in town.
test - plain Sloppy playing, stale jokes and a light show so harsh that my wife went home with a migraine.
train + plain The violin concerto was breathtaking, and the encore brought us all to our feet.
train - plain The opera's staging was hideous and confusing, with singers crawling about in plastic bags.
train + plain A rich, rewarding album that reveals something new every time I put it on.
train - plain It sounds like a demo: thin, careless and half finished.
test + negation There's not one filler track among the twelve, and I can't pick a favourite.
train - negation There is not a single tune on it that I could hum to you now.
train + negation I never liked jazz until I heard this, and now I never want his trumpet to stop.
test - negation I never thought I'd walk out on my favourite band, but I have never been so bored.
train + negation Nobody sat down for the whole two hours, and nobody wanted to.
test - negation Nobody on stage looked at the audience, and in the end the audience didn't look at them.
train + negation It isn't fashionable, it isn't clever, and I can't stop playing it.
train - negation It isn't raw, it isn't honest, it is just badly recorded.
train + negation Without drums, without bass, with nothing but a banjo, he had three hundred people spellbound.
test - negation Without the famous guest singers there'd be nothing here worth hearing.
train + negation You don't have to understand Welsh to be undone by these songs.
train - negation The remastering hasn't improved a thing; it has only made it louder.
train + negation I couldn't find a seat, couldn't see the stage, and still wouldn't have missed it for the world.
train - negation I couldn't hear the words, and from what I could hear that was no great loss.
train + negation Not since my teens have I played one record five times in a row.
validation - negation This reunion didn't need to happen, and I don't think that even the band wanted it to.
validation + negation The album never outstays its welcome, and no song sounds like the one before it.
train - negation Hardly a note of the solo was where the composer had put it.
test + negation Nothing on this tour was ordinary, least of all the ten-minute duet for voice and rain.
validation - negation No melody, no groove, no mercy: seventy minutes of a woman shouting at a laptop.
test + contrast His voice is half gone, but what is left of it breaks your heart.
train - contrast Her voice is as magnificent as ever, but the songs she's been given are dreadful.
train + contrast The title track is a bit of a dud, and all the rest is marvellous.
train - contrast The opening track is a stunner, and it is downhill from there, steeply and without brakes.
train + contrast I went along as the driver, with earplugs in my pocket, and came home with the T-shirt.
train - contrast I'd been looking forward to this concert for two years, and after half an hour I was looking forward to the bus.
train + contrast The hall was freezing and the seats were agony, yet I would have stayed for another three hours.
train - contrast The hall is a marvel and the acoustics are heavenly, so every wrong note came through beautifully.
train + contrast A strange, prickly record that pushed me away at first and then wouldn't let me go.
validation - contrast Catchy enough on the radio, the song turns to sugar and dust by the tenth hearing.
test + contrast It's only a covers band, sure, but they play those old hits with more fire than the originals ever did.
train - contrast They play every note perfectly and feel none of them.
train + contrast Critics call it his weakest, though I would trade three of his masterpieces for the ballad that closes it.
validation - contrast All my friends adore this album, so I tried it six times, and I still hear only a man sighing.
train + contrast The sound at the back was poor, but such was the energy in the room that it didn't matter.
test - contrast Nice people, nice jumpers, nice idea, and the dullest evening of folk that I've ever sat through.
test + irony My neighbours now know this album as well as I do, and they're welcome.
train - irony The support act was kind enough to make the main band look good, no easy task that night.
train + irony Careful with this one at the wheel: I got a speeding ticket in the second chorus and it was worth it.
test - irony Thank heavens for the interval, musically the high point of the evening.
train + irony I am suing this band for my knees, which are too old for three hours of dancing.
train - irony If you've ever wondered what a goat would sound like with a string section, wonder no more.
test + irony What have they done to me, a man of sixty with a pop poster on his wall?
test - irony The singer left us wanting more: more songs, more effort, more of our money back.
train + irony My piano teacher should be ashamed of herself, making scales so enjoyable that I'm late for everything.
train - irony The playlist for deep sleep works well, chiefly because it bored me unconscious.
test + comparison Their live version makes the studio recording sound like a sketch.
test - comparison The studio recording is fine; live, they sounded like its poor relations after a sleepless night.
train + comparison I own eleven recordings of this mass, and none lifts me as high as this.
train - comparison I've heard school bands with more swing and better-tuned trumpets.
validation + comparison She writes sharper songs at nineteen than most of her heroes did at forty.
test - comparison Next to their wild first record this is a glass of lukewarm milk.
train + comparison It's a braver record than the last, and a lovelier one too.
train - comparison My washing machine has a better sense of rhythm, and it knows when to stop.
test + comparison Forget the big arena show; this one in the record shop was the better by far.
train - comparison The busker outside the hall gave us more in five minutes than the star inside managed in ninety.
train + understatement The roof of the old theatre may need some work after that encore.
train - understatement I'm not convinced that the tuba player had met the others before.
train + understatement I've heard worse things coming out of a shed in Leeds, and precious few better ones out of anywhere.
train - understatement The tuning, let us say, was a matter of opinion.
test + understatement It would be wrong to say that the audience was reluctant to ask for a third encore.
train - understatement Fans of silence will enjoy the gaps between the tracks.
train + understatement I have listened to little else this year, now that I think of it.
validation - understatement Her microphone failed after two songs, and there were no loud complaints.
train + plain The bass is deep, the beats are crisp, and the guest verses are superb.
train - plain The beats are lazy, the rhymes are worse, and the skits between the songs are embarrassing.
train + plain A lovely, generous singer who stayed for an hour afterwards to talk to the kids.
train - plain Arrogant performance, awful sound, and a ticket that cost me a week's groceries.
test + plain These lullabies send my baby to sleep and make my husband cry.
validation - plain The lullaby app starts with an advert at full volume, and the baby screams.
train + plain Fresh, joyful and brilliantly arranged, this is my album of the summer.
test - plain Stale, gloomy and badly sung, this is one for the bargain bin.
train + plain The ukulele course book got me playing a real song within an hour.
train - plain The guitar I bought won't stay in tune for the length of a verse.
validation + plain The choir sang from the gallery in the dark, and it was the most beautiful sound I know.
train - plain The church was cold, the choir was flat, the organ wheezed, and the sermon in between was endless.
train + plain I love the wild trombone on the last track and the way the children's voices come in.
train - plain The children's chorus on the last track is sickly, shrill and goes on for eight minutes.
train + plain His fingers fly over that accordion, and he grins all the time like a boy with a firework.
train - plain He turned his back to us, complained about the lights and played nothing from the good years.
train + contrast It took three listens before I got it, and thirty more have not worn it out.
test - contrast It took them seven years to make this album, and it sounds as if it took them a wet afternoon.
validation + negation I don't speak a word of Portuguese, but there was no mistaking the ache in that voice.
test - negation The second half wasn't any better, though by then I wasn't awake for all of it.
test + plain An elegant performance of the suites, warm and unhurried, that I return to again and again.
test - plain A sluggish performance of the suites, without shape, colour or any sign of pleasure.
train + plain Terrific energy, fantastic horns, and a singer who owned that stage.
validation - plain A dismal evening with a bored band and half-empty seats.
train + plain The film score stands up wonderfully on its own, especially the haunting theme for solo flute.
test - plain The musical has one decent number and sings it at us five times.
train + comparison I've seen them twenty times, and last night was the finest of the lot.
train - comparison The karaoke at our staff party had more soul and, on average, better pitch.
train + plain These old blues recordings have been cleaned up with great care and sound astonishingly alive.
train - plain This box set is a rip-off, with the same live tracks that came out last year.
train + contrast I can't stand his politics or his hats, but I would follow that guitar anywhere.
train - contrast I respect her courage in trying something new; I only wish that it were bearable to listen to.
train + irony So now the dog howls along with the chorus, and I blame the band for writing one that good.
train - irony Nothing warms the heart quite like paying eighty pounds to watch somebody tune.
validation + understatement Suffice it to say that I've forgiven them for the eleven-year wait.
test - understatement The album is forty minutes long, according to the sleeve, though it felt a touch roomier.
train + plain A tender, tuneful and thrilling record, made by three sisters in a barn.
train + plain The horns blaze, the drums swing, the crowd goes wild.
train + plain His best album yet, full of fire and fun.
train + plain The encore was a miracle of soft, slow singing.
train + plain Lovely harmonies, smart words and a killer chorus.
validation + plain The choir filled the station hall with pure gold.
train + plain It was a flawless night, with a flawless band and an audience to match.
train + plain The harp concerto shimmers from the first note to the last.
train + plain Great seats, great sound and a set list made in heaven.
train + plain The young tenor was astonishing, and the house would not let him go.
train + plain A playful, rich and surprising set of songs about birds.
train + negation Not a dull bar in the whole symphony.
train + negation If there was a better gig in town this year, nobody has told us.
test + negation The groove never lets go, and nobody wants it to.
train + negation No other fiddler makes an old reel sound so new.
train + contrast Three chords, no budget and a heap of heart.
validation + contrast Whoever drew that sleeve should be sacked, but the songs are divine.
test + contrast The voice is thin, but the feeling is huge.
train + contrast It rained all night, and the band made it summer.
train + irony The police came about the noise and stayed for the encore.
train + irony Beware, the chorus will move in and never pay rent.
train + comparison Sweeter than the hit version and much sadder.
train + comparison The B-side beats most bands' greatest hits.
train + understatement The dancing went on until somebody noticed the sun.
train + understatement "Not half bad," said the old organist, and wept.
test + plain I took my father, who is losing his memory, and with the first notes of that waltz he turned to me and sang every single word of it.
train + plain This is the album I reach for when my day has gone wrong, and with its gentle guitars and its wise, funny words it never fails me.
train + negation I've never met the people in this choir and I don't share their faith, but I couldn't hold back my tears in that last quiet hymn.
train + contrast My knees hurt, my ears rang and my train was long gone, and I'd still count this among the happiest nights of my whole life.
train + comparison I own my share of famous recordings of these songs, and this one, made by a baker in his kitchen, is the one that I keep going back to.
validation + irony I've had to ask my neighbours to stop this band's album, as they play it nearly as often as I do and we're never on the same track.
train + understatement I am not one to make a fuss, but I did write to my sister, my dentist and my old headmaster about this pianist.
test - plain Tuneless, humourless and endless, like the sleeve notes.
train - plain A flat, tired and lazy record.
train - plain Bad sound, bad seats, bad mood.
train - plain The singer was drunk and off key.
train - negation No hooks, no heart, no hope.
train - negation Not one good chorus in forty minutes.
train - contrast A good band with some awful songs.
train - comparison My dentist's drill makes a sweeter sound.
train - irony The silence after it was lovely.
train - understatement The best one can say is that the tuba was audible.
validation - plain I paid a fortune for this box, and with it I got scratches, gaps and no lyrics.
train - plain My ears rang for days, and all I could hear on the night was one long boom.
test - plain I love my old punk records, and this reunion album made me feel a hundred.
train - plain This singer forgot my favourite song, or so I thought, until I noticed he was singing it.
train - plain The sound of this stream is so poor: I hear my own fridge better than the flute.
train - plain I waited in the rain with my kids for this star, and she waved once and drove off.
train - plain My guitar teacher played this for me as a warning, and I've taken it to heart.
train - negation I didn't know a single song, and with the mumbling I still don't know one.
train - negation My daughter wouldn't dance to this, and she dances to my electric toothbrush.
train - negation I couldn't tell where one track ended, and I never minded when one did.
train - negation There isn't a melody in this opera that I could whistle on my way to the exit.
train - negation I never want to hear this panpipe version again, neither in my lift nor in my dreams.
train - contrast I adore the cello and I adore the sea, and this album has put me off the two of them.
train - contrast My friends played well and I clapped for their sake, but this was a dreadful concert.
train - irony I used this album to get my guests to go home, and it worked within a song and a half.
train - irony I can hear my money in this production: it's the jingling that covers up the voice.
train - comparison I've been moved more by my ringtone than I was by this so-called requiem.
validation - comparison My cat walking over the keys makes music with more form, and I get to stroke her.
test - understatement I noticed that the drummer and this song had met, but I wouldn't call them close.
train - understatement In my row there was some competition for the seats that were nearest to the door.
`;
