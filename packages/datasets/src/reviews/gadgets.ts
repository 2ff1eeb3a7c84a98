/** Gadgets: 202 reviews in the form of parse-reviews.ts. */
export const gadgets: string = `
train + plain The battery lasts four days, the screen is bright, and it survived a fall down the stairs.
test - plain The battery was flat by lunchtime on the first day and flat by breakfast on the third.
validation + plain Set-up took two minutes, and it has worked perfectly ever since.
train - plain Set-up took an entire Saturday, three phone calls to a very rude man, and most of my patience.
train + plain These headphones are comfortable, sound fantastic and block out my neighbour's drum practice.
train - plain The left earphone died within a week, and the replacement crackles.
train + plain Great little camera: sharp pictures, simple menus, and light enough to forget in a pocket.
train - plain Blurry pictures, a slow shutter and menus designed by a sadist.
validation + plain Customer support answered in five minutes and sent me a new charger free of charge.
train - plain Customer support kept me on hold for an hour and then cut me off.
train + plain The note-taking app is fast, tidy and syncs between my three devices without a hitch.
train - plain The last update deleted two years of my notes, and there is no backup.
test + plain I love this keyboard; the keys have a satisfying click and my wrists have stopped aching.
train - plain The space bar sticks, the legends rubbed off in a month, and it smells of burnt plastic.
train + plain My grandmother learned to use this tablet in an afternoon and now beats me at cards on it.
train - plain The touch screen is so slow that I type a sentence and go and make tea while it appears.
train + plain This vacuum cleaner picks up everything, including the hair of two huskies.
train - plain The robot vacuum falls down the stairs, eats cables, frightens the cat and cleans nothing.
test + plain The printer just works, on wifi, from any phone, and the ink lasts for ages.
train - plain The printer refuses to print in black because the yellow is empty.
train + plain Excellent build quality, a clear display and a manual written by a human being.
train - plain The hinge snapped on day two, and the shop told me it was my fault.
train + plain The new version of the photo editor is a joy, quick even on my ancient laptop.
train - plain The new version crashes whenever I open a file larger than a postcard.
train + plain A brilliant kettle with a thermometer you can trust and a handle that stays cool.
validation - plain The kettle leaks, the lid jumps open, and the tea tastes of rubber.
validation + plain I've dropped it, drowned it and driven over it, and this phone still rings.
test - plain It overheats during calls until I have to hold it in a tea towel.
train + plain The fitness watch tracks my swimming accurately and has got me out of bed all winter.
train - plain According to this fitness watch I walked six kilometres in my sleep and had no pulse on Tuesday.
train + plain The password manager is easy to use and finally got my whole family to stop writing codes on the fridge.
train - plain The app is full of adverts that cover the very buttons you need.
train + plain Bright, quiet and sharp: this projector has turned our garage into a cinema.
test - plain The fan of this projector is louder than the film.
validation + plain My hearing aids connect to it instantly, and I can talk to my son on the phone again.
train - plain The connection drops every time I walk into the kitchen.
test + plain A superb drill, well balanced and strong enough for our old stone walls.
test - plain The drill went up in smoke on its first wall.
validation + plain The spreadsheet program opens huge files in a blink and has never lost a cell of mine.
train - plain It costs more each year, does less each year, and nags me to buy things each morning.
validation + negation I have not had to charge it since Sunday, and it's Friday.
test - negation I haven't had a single day on which it worked without a restart.
train + negation No fan noise, no heat, no crashes; I keep forgetting the computer is on.
test - negation No instructions in the box, no help on the website, no answer to my emails.
test + negation You don't need an account, you don't need a manual, and you won't need another torch.
train - negation You can't turn off the beeping, and not even a pillow muffles it.
train + negation Not bad for a speaker the size of an apple: it fills the whole flat.
train - negation It isn't waterproof, whatever the box says, and neither is my insurance.
train + negation I wouldn't go back to a normal mouse for any money.
train - negation I wouldn't trust this lock on a chicken coop.
train + negation It never fails to recognise my face, not even with a scarf, a hat and a cold.
train - negation The fingerprint reader doesn't know me from Adam.
train + negation There's nothing clever about this toaster, and nothing wrong with it either, which at breakfast is all I ask.
train - negation There isn't a simple task that this calendar program cannot make complicated.
test + negation Nothing rattles, nothing wobbles, and the stitching on the case hasn't come loose after two years of abuse.
train - negation Nothing in the description mentioned that half of the functions need a monthly subscription.
test + negation I couldn't believe how easily the baby monitor went through our three brick walls.
train - negation The screws didn't fit the holes, the holes didn't line up, and the desk never stood straight.
train + negation This update didn't break anything, which would be praise enough, but it also doubled the speed.
train - negation I wanted to return it, but nobody at the company would tell me how.
train + contrast It looks like a brick and weighs like one, yet nothing else I own is so dependable.
train - contrast It looks stunning on the shelf, and that is where it stays, because it doesn't work.
train + contrast The screen could be brighter, but for the price this is a terrific little laptop.
train - contrast The screen is superb; sadly the rest of the machine was built out of crackers.
train + contrast Assembly was a battle and the manual a joke, but the chair itself is a blessing for my back.
train - contrast The hardware is excellent, so it is a crime to ship it with software this bad.
train + contrast I was sceptical about a smart bulb, and now I can't imagine winter evenings without them.
train - contrast I had high hopes for the new model, having loved the old one, and every one of them was dashed.
test + contrast The app takes some learning, though once you know your way around it's wonderfully powerful.
train - contrast Plenty of features, plenty of colours, plenty of stickers, and a motor that gave up after nine days.
train + contrast A plain grey box with one button, which happens to be the best alarm clock I've ever owned.
validation - contrast The sound is decent, I'll admit, but they pinch so badly that I can't wear them for longer than a song.
train + contrast Delivery took ages and the parcel was crushed, but the lamp inside is exquisite.
test - contrast It arrived early and beautifully wrapped, and was broken.
train + contrast Not cheap, admittedly, but I've saved the price in coffee shop bills already.
test - contrast The idea of a mug that keeps coffee hot is great; this one keeps it hot for eleven minutes and then beeps.
train + irony My phone has made me antisocial: I'd rather take pictures with it than talk to people.
test - irony The smart fridge has locked me out, so at least I'm losing weight.
test + irony Curse this coffee machine, I haven't slept since it came and I regret nothing.
train - irony Congratulations on inventing an umbrella that works only indoors.
train + irony I feel sorry for my old vacuum cleaner, which now has to watch from the cupboard as this one does the job in half the time.
test - irony The voice assistant and I have grown close, as I have to say everything to it four times.
train + irony Warning: buying this label printer may lead to a house in which even the dog has a label.
train - irony The fitness tracker does burn calories, mostly when I throw it across the room.
train + irony The only thing I can't find on this scanner is a reason to return it, and my wife looked hard.
train - irony Truly wireless, in the sense that it connects to nothing.
train + comparison It does everything my old one did in half the time and without the smell.
train - comparison My ten-year-old model was faster, lighter and had buttons you could find in the dark.
train + comparison I compared seven routers for our office, and this one left the others in the dust.
train - comparison The free program that came with the computer does the job better.
validation + comparison Lighter than the famous brand, louder than the famous brand, and a third of its price.
test - comparison A potato on a stick would take better selfies.
train + comparison Next to this monitor my previous one looks as if it had been smeared with butter.
train - comparison You get more range from two tins and a string than from these walkie-talkies.
test + comparison Beats every other stylus I have drawn with, and I've drawn with most.
train - comparison The cheaper version from the supermarket has outlived three of these.
validation + understatement It has been through the wash twice and seems to have taken no offence.
test - understatement The word "portable" on the box may raise a smile with people who've tried to lift it.
train + understatement I wouldn't say that I need a second bread machine, but I do keep looking at the page.
train - understatement Reliability is perhaps not the first quality I'd mention.
train + understatement The crew at our radio station, who agree on nothing, have stopped complaining about microphones.
train - understatement The so-called quick charge gives one time to reflect.
train + understatement Let us say that the old pressure cooker won't be coming down from the attic.
train - understatement The colour is close to the one in the photograph if you close one eye and both curtains.
train + plain Wonderful sound, rich bass and a battery that outlasts my longest flights.
train - plain Horrible tinny sound, and the volume jumps up by itself.
train + plain The translation app saved us again and again on our trip through Georgia.
train - plain The translation app told a waiter that I was a pregnant sandwich.
train + plain A fair price, honest advertising and a product that does exactly what it promises.
validation - plain False advertising, plain and simple: it isn't leather and there's no memory card in the box.
test + plain The e-reader is light, easy on the eyes and holds my whole library; I'm delighted.
test - plain The e-reader freezes every few page turns and then has to be restarted with a pin and a prayer.
train + plain Installing this thermostat was easy, and our heating bill has dropped by a fifth.
test - plain The thermostat thinks it's summer and turns the heating off at night in January.
train + plain The dashcam recorded the whole accident in perfect detail and saved me a fortune.
train - plain The dashcam stopped recording a minute before the accident, as it always does when it gets warm.
train + plain I edit video for a living, and this machine handles everything I throw at it.
train - plain The cable frayed after a month, sparked one evening as I was reading, and burned a hole in the rug.
train + plain The electric toothbrush is gentle, quiet, and my dentist noticed the difference.
train - plain Useless gadget; I gave it away, and the person brought it back.
test + plain Robust and simple, the sewing machine made quick work of denim on its first evening.
train - plain The sewing machine chews thread and skips stitches, even on plain cotton.
train + plain The map app found us a path along the canal that we'd lived beside for years without knowing it.
train - plain The map app sent us down a farm track into a field of angry geese.
train + contrast Ugly as sin and twice as loud, but that dehumidifier has saved our cellar.
train - contrast Slim, shiny and silent, this heater is lovely in all respects bar heating.
test + contrast The subscription isn't cheap, but this backup service rescued my thesis, so I'd pay it twice.
train - contrast I like the company and its ideals, which makes it hard to admit that their phone is barely usable.
train + negation I've yet to find a file that this player won't open.
validation - negation They promise lifetime updates; mine hasn't seen one since the week I bought it.
train + plain It's quick, accurate and simple, and the developer answers emails himself.
train - plain It's slow, buggy and confusing, and the developer blames the users.
train + plain Our projector arrived with a spare lamp, a thank-you card and every cable we could want.
train - plain Poorly made, poorly packed and impossible to clean.
train + comparison I went back to the shop's most expensive blender to compare, and mine makes the smoother soup.
train - comparison For sharpness, I would rate this knife somewhere between a spoon and a banana.
train + plain The ebike climbs our awful hill with me, the shopping and the dog on board.
train - plain The ebike's motor cut out halfway up the hill, in the rain, for the third time.
test + irony Since we bought this noise-cancelling headset my husband claims that I ignore him, and he's quite right, it's that good.
train - irony On the bright side, the warranty on this gadget lasted almost as long as the parcel tape did.
train + plain I bought one for the office, then one for home, and now one for my sister.
validation - plain Save your money, because everything about this tablet feels cheap except its price.
test + plain The sound would be a bargain at twice the price, and the battery is superb.
test + plain The grinder is fast, sturdy and easy to clean, and it makes great coffee.
train + plain The scanner reads the tiniest print and swallows crumpled receipts happily.
train + plain A well-built lamp with a warm, steady light.
train + plain The tripod is light, solid and quick to set up.
test + plain The app opens at once and finds everything, every time.
train + plain A lovely radio with a big dial and a rich, round sound.
train + plain The pump fills a tyre in a minute and fits in a coat pocket.
train + plain Brilliant weather station, accurate to the tenth of a degree.
train + plain The mixer kneads heavy dough without moving on the worktop.
train + negation The torch fell off a cliff, shone all night, and nobody makes a tougher one.
train + negation No lag, no dropouts, no wires, no regrets.
validation + negation The charger doesn't get hot, not even overnight.
train + negation Nothing sticks to this pan, not even burnt sugar.
test + contrast The stand is flimsy, but the microphone is first-rate.
train + contrast Fiddly to assemble and then a pleasure for years.
train + contrast It beeps too much, true, yet it bakes perfect bread.
validation + irony The dishwasher works so well that the family misses arguing.
train + irony "Buy once, cry once," they say, and nobody has cried yet.
test + comparison The new drill is quieter than the old one, lighter and twice as strong.
train + comparison The cheap model does more than the famous one.
train + understatement After nine years the first screw has come loose.
train + understatement It copes with the odd hailstorm.
test + plain My eyes are poor and my fingers are worse, and with its big keys and its clear voice this phone has put me back in touch with my friends.
train + plain I teach with this drawing tablet for six hours a day, and after two years and one cup of cocoa it still answers to the lightest touch.
train + negation I've not seen a single crash since I moved my whole studio to this program, and I don't miss my old one, whose crashes I knew by name.
validation + contrast I nearly sent this heater back because of its hideous orange case, and I'm so glad that I didn't, since my workshop is warm at last.
train + comparison I put this blender up against my neighbour's, which cost four times as much, and mine made the smoother soup and far less noise.
train + irony My only problem with this excellent camera is that I have four thousand pictures of my cat to sort and no excuse for their quality.
test + understatement I dropped my old pocket knife into a lake in June, dried it on my trousers, and have seen no need to mention it to the maker.
test - plain Weak, wobbly and sold for far too much.
test - plain Cheap plastic that broke in a day.
validation - plain The app is slow, ugly and full of bugs.
validation - plain It smells, it leaks and it hums all night.
train - negation Doesn't charge, doesn't fold, doesn't help.
test - negation Not loud enough for a cupboard.
train - contrast A pretty box with a broken mouse in it.
train - comparison My old one was better in every way.
train - irony It tells the time, twice a day.
test - understatement The hinge has what I'd call commitment issues.
train - plain I bought this speaker for my kitchen, and it buzzes whenever the fridge is on.
train - plain My new laptop came with a cracked corner and somebody else's photos on it.
train - plain The update wiped my settings, my bookmarks and, with them, my good mood.
train - plain I replaced the batteries three times, and this doorbell still rings only for cats.
train - plain This scale gave me three different weights in one minute: none of them was mine.
train - plain I paid for the pro version and got the same crashes with a golden frame round them.
train - plain My smart plug turned the heating on in July and told me about it in a poem.
test - plain The screen went dark after a week and the seller told me to buy a brighter lamp.
test - negation I couldn't pair it with my phone, my car or anything else that I own.
train - negation This isn't the model in the picture, and the shop won't take it back from me.
train - negation My mother can't read the tiny buttons on this remote, and neither can I.
train - negation The warranty didn't cover the battery, the screen or, it seems, any part of it.
validation - contrast I like the look of this watch, but it loses five minutes between breakfast and lunch.
train - contrast With a good editor's tools and a fair price it seemed perfect to me, until I tried to save.
train - irony I now own the most expensive paperweight in my street, and it has a touch screen.
validation - irony I asked the assistant to play some jazz, and it ordered me a rug; how very free and modern.
test - comparison I've had sharper pictures from the first phone I ever owned, and it had no lens cap.
train - comparison My grandfather's hand drill, with my grandfather on it, is faster than this one.
train - understatement I'm told that this fan moves the air, and I have no proof that it doesn't.
validation - understatement In my experience this kettle is best suited to people who like to plan ahead.
`;
